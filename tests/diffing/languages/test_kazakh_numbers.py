from __future__ import annotations

import pytest

from corpus.law import Language
from diffing.languages.reading import read


def said(text: str, *, surely: bool = True) -> list[str]:
    """The numbers of a text as `value unit`; only the certain ones, or only the others."""
    found = read(text, Language.KK)
    return [f"{one.value} {one.unit}" for one in found if one.certain is surely]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отыз күн бұрын", ["30 day"]),
        ("жиырма бес күн қалғанда", ["25 day"]),
        ("он бес күннен аспайды", ["15 day"]),
        ("үш күн мерзімде, үш күндік мерзімде, үшкүндік", ["3 day"] * 3),
        ("10 күндік, 10-күндік мерзім", ["10 day"] * 2),
        ("30 (отыз) күнтізбелік күн", ["30 day"]),
        ("отыздан астам күн", ["30 day"]),
        ("бес жұмыс күні ішінде", ["5 working day"]),
        ("бесінші күннен, 5-ші күні", ["5 day"] * 2),
        ("айдың бірінші күніне", ["1 day"]),
        ("2-3 күн", ["2 day", "3 day"]),
        ("екі-үш ай", ["2 month", "3 month"]),
        ("екі жылдан бес жылға дейін", ["2 year", "5 year"]),
        ("18-ден 25 жасқа дейін", ["18 year", "25 year"]),
        ("он сегіз жасқа толған, 18 жастағылар", ["18 year"] * 2),
        ("бір жарым жыл, жарты жыл", ["3/2 year", "1/2 year"]),
        ("бір ай ішінде, бір айдан кешіктірмей", ["1 month"] * 2),
        ("екі аптада бір рет", ["2 week"]),
        ("мамырдың бірінші жексенбісі", ["1 day of the week"]),
        ("бірінші тоқсанда, тоқсан күн", ["1 quarter", "90 day"]),
    ],
)
def test_terms_are_read_in_words_figures_and_compounds(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сағат он сегізде", ["18 hour"]),
        ("сағат 18-ге дейін, сағат 18.00-де, сағат 18-00-де", ["18 hour"] * 3),
        ("сағат 9.30-да", ["9:30 hour"]),
        ("сағат 7-ден 20-ға дейін", ["7 hour", "20 hour"]),
        ("сағат жетіден жиырмаға дейін", ["7 hour", "20 hour"]),
        ("нөл сағатта, 24 сағат ішінде", ["0 hour", "24 hour"]),
    ],
)
def test_an_hour_is_named_before_its_number_or_behind_it(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("бір пайыз, 1 %, бір процент", ["1 percent"] * 3),
        ("бес пайызын жинаса", ["5 percent"]),
        ("дауыстың бес және одан да көп пайызы", ["5 percent"]),
        ("бірден үшке дейінгі пайызы", ["1 percent", "3 percent"]),
        ("үштен беске дейінгі пайызы", ["3 percent", "5 percent"]),
        ("үштен екісі, үштен екісінің, екі үштен", ["2/3 share"] * 3),
        ("жартысынан астамы, төрттен үші, 2/3-сі", ["1/2 share", "3/4 share", "2/3 share"]),
        ("екі есе, екі рет, жиырма бес еседен", ["2 times", "2 times", "25 times"]),
        ("ең төмен жалақының бес еселенген мөлшері", ["5 minimum wage"]),
        ("бір ең төмен жалақы", ["1 minimum wage"]),
        (
            "жүз айлық есептік көрсеткіш, 20 АЕК",
            ["100 monthly calculation index", "20 monthly calculation index"],
        ),
        ("1 000 000 теңге, бес мың теңгеге дейін", ["1000000 tenge", "5000 tenge"]),
        ("екі кандидат, екеуден аз кандидат", ["2 person"] * 2),
        ("саны бесеуден аспайтын", ["5 thing"]),
        ("үш мыңнан аспайтын сайлаушы, жүз адам", ["3000 thing", "100 person"]),
    ],
)
def test_shares_multiples_money_and_counts(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "кандидаттардың бірі",
        "оның өтініші бойынша, онда, оны",
        "бірге, бірден, бірақ, бірлік, бірыңғай, бірнеше",
        "қол қою үшін",
        "жүзеге асырады, іс жүзінде, оқиға жүз береді",
        "тоқсан сайын, тоқсанның соңында",
        "айқындау, аймақ, жылжымайтын мүлік",
        "K970167_",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text, Language.KK) == ()


@pytest.mark.parametrize(
    "text",
    [
        "қандай да бір комиссия",
        "бір кандидат",
        "біреуден артық",
        "екеуінің даусы тең",
        "бірінші басшы, екіншіден",
        "жылына бір рет",
        "осы үш күн",
        "ай ішінде",
    ],
)
def test_what_need_not_be_said_as_a_number_is_not_certain(text: str) -> None:
    assert said(text) == []
    assert said(text, surely=False)


def test_latin_i_in_old_texts_is_read_as_the_kazakh_letter() -> None:
    assert said("екi күн, бiрiншi күнi") == ["2 day", "1 day"]
    (reading,) = read("жетi күн", Language.KK)
    assert reading.words == "жетi күн"
