# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether each service of the catalogue says something of its own, in each language (docs/catalog-format.md)."""
from collections import Counter

SLOGANS = 6
# So many services may share a guide, or a line of the overview; of a guide so many steps are about this service.
SAME_GUIDES = 3
SAME_LINES = 3
OWN_STEPS = 3


def own(judge, services, what, most, lines):
    """What @lines gives of a service is said by so many services at most."""
    for language in ("vi", "en"):
        said = {service["id"]: {line[language].casefold() for line in lines(service)} for service in services}
        owners = Counter(line for texts in said.values() for line in texts)
        for where, texts in said.items():
            for line in sorted(texts):
                judge.expect(owners[line] <= most, where, f"{what} of {owners[line]} services: {line}")


def written(service):
    return [review["text"] for review in service.get("reviews", []) if "text" in review]


def slogans(judge, service):
    for language in ("vi", "en"):
        texts = {slogan[language].casefold() for slogan in service["slogans"]}
        judge.expect(len(texts) == len(service["slogans"]) == SLOGANS, service["id"],
                     f"needs {SLOGANS} different slogans [{language}]")
        if service["text_basis"] == "own":
            above = {line[language].casefold() for line in service["overview"] + service["values"]}
            for text in sorted(texts & above):
                judge.expect(False, service["id"], f"a slogan repeats what stands above it: {text}")


def guides(judge, services):
    """A guide says how to get this service; the steps of paying and signing may be everybody's."""
    whole, steps = Counter(), Counter()
    texts = {service["id"]: [step["vi"] for step in service["guide"]] for service in services}
    for guide in texts.values():
        whole["\n".join(guide)] += 1
        steps.update(guide)
    for where, guide in texts.items():
        judge.expect(whole["\n".join(guide)] <= SAME_GUIDES, where, f"more than {SAME_GUIDES} services have this guide")
        judge.expect(sum(steps[text] <= SAME_GUIDES for text in guide) >= OWN_STEPS, where,
                     f"the guide needs {OWN_STEPS} steps of its own")


def judge_words(judge, services):
    own(judge, services, "a slogan", 1, lambda service: service["slogans"])
    own(judge, services, "a release", 1, lambda service: [release["notes"] for release in service["releases"]])
    own(judge, services, "a review", 1, written)
    own(judge, services, "a line", SAME_LINES, lambda service: service["overview"] + service["values"])
    guides(judge, services)
    for service in services:
        slogans(judge, service)
        for step in service["guide"]:
            judge.expect(all(": " in words for words in step.values()), service["id"], "a step of the guide has a heading")
