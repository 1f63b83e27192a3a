using NUnit.Framework;

// Fixtures run side by side, four at a time: each test waits for a browser, a disk or another process half of its time.
// The tests of one fixture run one after the other. What needs the machine for itself (a booted Debian, a locked screen, a print server)
// says so by NonParallelizable, and runs when the others have ended.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
