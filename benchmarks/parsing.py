"""How long a large act page takes to read, and how much memory."""

from __future__ import annotations

import statistics
import time
import tracemalloc

from corpus.law import EditionLabel, Language
from crawler.registries import read
from crawler.registries.pages import Format, PageSource

_NGR = "Z990000777_"
_TARGET_BYTES = 400_000
_SENTENCE = "Аким округа назначает выборы не позднее чем за сорок дней до окончания срока. "


def large_page(size: int = _TARGET_BYTES) -> bytes:
    """An act page in the classic template of about that many bytes, in made-up words."""
    articles: list[str] = []
    written = 0
    while written < size:
        number = len(articles) + 1
        paragraphs = "".join(
            f'<p id="z{number}{point}">\n&nbsp;&nbsp;&nbsp; {point}. {_SENTENCE * 3}</p>'
            for point in range(1, 9)
        )
        note = (
            '<span class="note">&nbsp;&nbsp; Сноска. Статья '
            f"{number} с изменениями, внесенными Законом РК от 09.02.2009 </span>"
            '<a href="/rus/docs/Z090000126_#z13">N 126 </a><span class="note">(см.).</span><br>'
        )
        articles.append(f'<h3 id="z{number}"> Статья {number}. О правиле</h3>{paragraphs}{note}')
        written += len(articles[-1].encode())
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8" /></head><body>
<div id="container" class="module_npaView lang_rus">
<div class="container_alpha slogan"><h1>О правилах</h1>
<span class="status status_upd">Обновленный</span>
<p>Закон Республики Казахстан от 1 июня 1999 года № 777.</p></div>
<a href="/rus/docs/{_NGR}">Текст</a>
<div class="container_gamma text text_upd"><div class="gs_12"><article>{"".join(articles)}</article>
</div></div></div></body></html>""".encode()


def measure(rounds: int = 15) -> dict[str, float]:
    """Median and worst milliseconds to read a 400 kB page into an edition, and peak MB."""
    body = large_page()
    label = EditionLabel.parse("2009-02-09")
    source = PageSource(_NGR, Language.RU, Format.ADILET, label=label)
    read(source.format, [body], source)
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        read(source.format, [body], source)
        times.append(1000 * (time.perf_counter() - began))
    tracemalloc.start()
    edition = read(source.format, [body], source)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return {
        "page kB": len(body) / 1000,
        "articles": len(edition.articles),
        "median ms": statistics.median(times),
        "worst ms": max(times),
        "peak MB (Python objects)": peak,
    }
