using NUnit.Framework;

// Fixtures run side by side, five at a time: each test waits for a browser, a disk, another process or a booted Debian most of its time.
// The tests of one fixture run one after the other. What needs the machine for itself (measurements, an emulated machine) says so by
// NonParallelizable, and runs when the others have ended.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(5)]
