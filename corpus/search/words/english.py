"""What Snowball's English stemmer throws together and the law keeps apart.

Its stems reach across parts of speech: `national` and `nationality`, `law` and `lawful`, `public`
and `publication` would be one word each. The words below keep their forms to themselves; they were
found by reading all stems over the English Constitution.
"""

from __future__ import annotations

from collections.abc import Callable

_PARADIGMS = (
    "lawful lawfully",
    "unlawful unlawfully",
    "legality",
    "constitutional constitutionally",
    "constitutionality",
    "constitute constitutes constituted constituting",
    "preside presides presided presiding",
    "presidency presidencies",
    "presidential",
    "personal personally",
    "national nationals nationally",
    "nationality nationalities",
    "regional regionally",
    "territorial territorially",
    "executive executives",
    "execution executions",
    "administrative administratively",
    "govern governs governed governing",
    "electoral",
    "electorate electorates",
    "publication publications",
    "publish publishes published publishing",
    "majority majorities",
    "equality",
    "disability disabilities",
    "relative relatives",
    "relation relations",
    "respective respectively",
    "initial initially",
    "initiative initiatives",
    "important",
    "importance",
    "responsible",
    "responsibility responsibilities",
    "response responses",
    "locality localities",
    "location locations",
    "organization organizations organisation organisations",
    "authority authorities",
    "authorize authorizes authorized authorizing authorise authorises authorised authorising",
    "authorization authorizations authorisation authorisations",
    "legislature legislatures",
    "university universities",
    "generate generates generated generating",
    "positive positively",
    "validity",
    "accountable accountability",
    "qualification qualifications",
)

STEM_OF = {form: forms.split()[0] for forms in _PARADIGMS for form in forms.split()}


def stem(word: str, snowball: Callable[[str], str]) -> str:
    """The stem of an English word in normal form; `snowball` gives that of an ordinary one."""
    return STEM_OF.get(word) or snowball(word)
