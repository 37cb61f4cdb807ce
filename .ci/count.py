"""Reads every surefire report of the build and closes with one line: N passed, N failed, N skipped.

Exits with 1 when something in the reports cannot be trusted: no test ran, a test class left no report, a test was
skipped without a reason, a test failed.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEST = re.compile(r"@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example)\b")
ABSTRACT = re.compile(r"^(public |sealed |non-sealed )*(abstract (\w+ )*class|interface) ", re.MULTILINE)


def modules():
    pom = xml.parse(ROOT / "pom.xml").getroot()
    return [e.text.strip() for e in pom.iter("{http://maven.apache.org/POM/4.0.0}module")]


def expected_classes(module):
    """The names of the test classes of a module, from its sources."""
    tests = ROOT / module / "src" / "test" / "java"
    for source in sorted(tests.rglob("*.java")):
        text = source.read_text(encoding="utf-8")
        if TEST.search(text) and not ABSTRACT.search(text):
            yield ".".join(source.relative_to(tests).with_suffix("").parts)


def reason_for_skipping(case):
    """What the author of a test gave as the reason to skip it; nothing when the words are JUnit's or jqwik's own."""
    skipped = case.find("skipped")
    text = (skipped.get("message") or skipped.text or "").strip()
    reason = text.splitlines()[0].strip() if text else ""
    reason = re.sub(r"^org\.opentest4j\.TestAbortedException(: |$)", "", reason)
    reason = re.sub(r"^Assumption failed(: |$)", "", reason)
    own_words = r"|.* is @Disabled|@Disabled: .*|assumption is not (true|false)"
    return None if re.fullmatch(own_words, reason) else reason


def main():
    passed = failed = skipped = 0
    problems = []
    for module in modules():
        reported = set()
        for report in sorted((ROOT / module / "target" / "surefire-reports").glob("TEST-*.xml")):
            suite = xml.parse(report).getroot()
            reported.add(report.stem.removeprefix("TEST-").split("$")[0])
            for case in suite.iter("testcase"):
                name = f"{case.get('classname')}.{case.get('name')}"
                reported.add((case.get("classname") or "").split("$")[0])
                if case.find("failure") is not None or case.find("error") is not None:
                    failed += 1
                    problems.append(f"failed: {name}")
                elif case.find("skipped") is not None:
                    skipped += 1
                    reason = reason_for_skipping(case)
                    if reason:
                        print(f"skipped: {name}: {reason}")
                    else:
                        problems.append(f"skipped without a reason: {name}")
                else:
                    passed += 1
        for name in expected_classes(module):
            if name not in reported:
                problems.append(f"no report of {name} in {module}")
    if passed + failed == 0:
        problems.append("no test ran")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.stderr.flush()
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if problems else 0


sys.exit(main())
