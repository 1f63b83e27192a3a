"""Reads Stryker's report: how many of the mutants in each folder of Kiosk.Core were killed, and where the others live.

    mutants.py REPORT SURVIVORS

REPORT is mutation-report.json (https://github.com/stryker-mutator/mutation-testing-elements). SURVIVORS is written: one line for each
mutant that no test noticed, with its place and what was changed. The exit code is 1 when a folder is below the bar.
"""
import collections
import json
import pathlib
import sys

BAR = 85  # per cent, for each folder
CAUGHT = {"Killed", "Timeout"}
MISSED = {"Survived", "NoCoverage"}


def main(report, survivors):
    counts = collections.defaultdict(collections.Counter)
    lines = []
    for path, file in sorted(json.loads(pathlib.Path(report).read_text())["files"].items()):
        path = path.split("Kiosk.Core/")[-1]
        source = file["source"].split("\n")
        for mutant in file["mutants"]:
            counts[path.split("/")[0]][mutant["status"]] += 1
            if mutant["status"] in MISSED:
                line = mutant["location"]["start"]["line"]
                what = f'{mutant["status"]}, {mutant["mutatorName"]}'
                lines.append(f'{path}:{line}: {what}: {source[line - 1].strip()} -> {mutant["replacement"]}')
    pathlib.Path(survivors).write_text("\n".join(lines) + "\n")

    below = False
    print("folder      caught  missed  share")
    for folder, count in sorted(counts.items()):
        caught, missed = (sum(count[status] for status in kind) for kind in (CAUGHT, MISSED))
        if caught + missed == 0:
            continue
        share = 100 * caught / (caught + missed)
        below |= share < BAR
        print(f"{folder:<10} {caught:7} {missed:7} {share:5.1f} %{'  below ' + str(BAR) if share < BAR else ''}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
