"""Addresses as texts write them, and the keys they mean."""

from __future__ import annotations

import pytest

from corpus.addresses import addresses_in
from corpus.law import Language

RU, KK, EN = Language.RU, Language.KK, Language.EN


def keys(text: str, language: Language) -> list[str]:
    return [address.key() for address in addresses_in(text, language)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("подпункт 2) пункта 1 статьи 113-3 Закона № 148", "art_113-3__p_1__sp_2"),
        ("ПОДПУНКТОМ 2) ПУНКТА 1 СТАТЬИ 9", "art_9__p_1__sp_2"),
        ("ст. 36 п. 2 Закона № 148", "art_36__p_2"),
        ("ст.36(2)", "art_36__p_2"),
        ("статья 5, пункт 1, пп. 2", "art_5__p_1__sp_2"),
        ("п. 1, ст. 5", "art_5__p_1"),
        ("п.п. 2 п. 1 ст. 5", "art_5__p_1__sp_2"),
        ("подпункт 3-1) пункта 2-1 статьи 20–1", "art_20-1__p_2-1__sp_3-1"),
        ("в части первой подпункта 3) пункта 2 статьи 20-1", "art_20-1__p_2__sp_3__part_1"),
        ("пункт 1 части второй статьи 8", "art_8__part_2__p_1"),
        ("часть вторая пункта 1", "p_1__part_2"),
        ("пункта 1 часть вторая", "p_1__part_2"),
        ("во 2-й части статьи 4", "art_4__part_2"),
        ("абзацем двадцать вторым пункта 4", "p_4__indent_22"),
        ("абзац второй преамбулы", "preamble__indent_2"),
        ("второе предложение части третьей статьи 9", "art_9__part_3__sentence_2"),
        ("заголовок статьи 7", "art_7__heading"),
        ("примечание к статье 5", "art_5__note"),
        ("подпункт а) пункта 3", "p_3__sp_а"),
        ("пп. «а» п. 1", "p_1__sp_а"),
        ("ст. 5 ч.2 п.1)", "art_5__part_2__p_1"),
        ("ст.113-3,п.1,пп.2", "art_113-3__p_1__sp_2"),
        ("первом предложении абзаца второго пункта 4", "p_4__indent_2__sentence_1"),
        ("главу 13-1 раздела ІV", "sec_4__ch_13-1"),
        ("параграф 2 главы 3", "ch_3__par_2"),
        ("пунктом 4 приложения № 2 к Указу", "app_2__p_4"),
        ("статья 113¹", "art_113-1"),
    ],
)
def test_a_russian_address_means_one_place(text: str, key: str) -> None:
    assert keys(text, RU) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("113-3-бап", "art_113-3"),
        ("113-5-баптың 1-тармағындағы 2) тармақшасы", "art_113-5__p_1__sp_2"),
        ("9-баптың 2-тармағының үшінші абзацындағы", "art_9__p_2__indent_3"),
        ("9-баптың үшінші азат жолы", "art_9__indent_3"),
        ("екiншi бөлiк", "part_2"),
        ("он бірінші абзац", "indent_11"),
        ("20-1-баптың 3-1) тармақшасының екінші бөлігі", "art_20-1__sp_3-1__part_2"),
        ("2-ші бөлігі", "part_2"),
        ("ІІ бөлімнің 3-тарауы", "sec_2__ch_3"),
        ("№ 148 Заңның 36-бабының 2-тармағы", "art_36__p_2"),
        ("2-қосымшаның 4-тармағы", "app_2__p_4"),
        ("5-баптың тақырыбы", "art_5__heading"),
        ("36 бап, 2 тармақ", "art_36__p_2"),
        ("36-бап (2)", "art_36__p_2"),
        ("5-баптың бірінші бөлігінің екінші сөйлемі", "art_5__part_1__sentence_2"),
    ],
)
def test_a_kazakh_address_means_one_place(text: str, key: str) -> None:
    assert keys(text, KK) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("art. 36(2)(1) of Law No. 148-II", "art_36__p_2__sp_1"),
        ("subparagraph 2) of paragraph 1 of Article 113-3", "art_113-3__p_1__sp_2"),
        ("Article 5, paragraph 2", "art_5__p_2"),
        ("point 4 of annex 2 to the Decree", "app_2__p_4"),
        ("part two of article 5", "art_5__part_2"),
        ("the second part of article 9", "art_9__part_2"),
        ("indent three of para 4 of art. 7", "art_7__p_4__indent_3"),
        ("Chapter 13-1", "ch_13-1"),
        ("sub-paragraph (2) of paragraph 1", "p_1__sp_2"),
        ("Art 36 para 2", "art_36__p_2"),
    ],
)
def test_an_english_address_means_one_place(text: str, key: str) -> None:
    assert keys(text, EN) == [key]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("по предложению 5 депутатов", RU),
        ("не менее одной третьей части голосов", RU),
        ("от 01.01.2025 № 148", RU),
        ("в 2021 году", RU),
        ("2021 жылғы 24 мамырдағы № 41", KK),
        ("бөлімшелер бойынша 5 адам", KK),
        ("тарм. 5", KK),
        ("5 partners of 2 parties", EN),
        ("", RU),
    ],
)
def test_what_names_no_unit_is_no_address(text: str, language: Language) -> None:
    assert keys(text, language) == []
