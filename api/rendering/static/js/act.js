// The page of an act: marks in the contents where the reader is, and keeps that place when another
// language or edition is chosen. Without it the page has all the same text and links.

const text = document.querySelector('.whole');
const contents = document.querySelector('.contents-fold');

// Over the text of a narrow screen the contents have done their work when a place is chosen.
contents?.addEventListener('click', (event) => {
  if (event.target.closest('a')) contents.open = false;
});

if (text) {
  const links = new Map(
    [...document.querySelectorAll('.aside a[href^="#"]')].map((one) => [decodeURIComponent(one.hash.slice(1)), one]),
  );
  const rows = [...text.querySelectorAll(':scope > .article')];
  const onScreen = new Set();
  let current = null;

  const mark = (key) => {
    if (key === current) return;
    const before = links.get(current);
    before?.removeAttribute('aria-current');
    before?.closest('.division details')?.classList.remove('current');
    current = key;
    const link = links.get(key);
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    const chapter = link.closest('.division details');
    chapter?.classList.add('current');
    const aside = link.closest('.aside');
    if (aside && link.offsetParent && getComputedStyle(aside).position === 'sticky') {
      const above = link.getBoundingClientRect().top - aside.getBoundingClientRect().top;
      if (above < 0 || above > aside.clientHeight - 40) aside.scrollTop += above - aside.clientHeight / 3;
    }
    for (const one of document.querySelectorAll('.place-kept a')) one.hash = key;
  };

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const one of entries) onScreen[one.isIntersecting ? 'add' : 'delete'](one.target);
      const first = rows.find((one) => onScreen.has(one));
      if (first) mark(first.id);
    },
    { rootMargin: '-48px 0px -60% 0px' },
  );
  rows.forEach((one) => watcher.observe(one));
}
