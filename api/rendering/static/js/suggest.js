// Suggestions while one types into the search: a combobox with a list, as WAI-ARIA describes it.
// A citation that means one provision goes first. Without this module the field has its datalist.

const field = document.querySelector('#q[data-suggestions]');
if (field) begin(field);

function begin(field) {
  const list = Object.assign(document.createElement('ul'), { id: 'suggestions', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.suggestions);
  const spoken = Object.assign(document.createElement('p'), { className: 'unseen' });
  spoken.setAttribute('role', 'status');
  field.parentElement.append(list, spoken);
  field.removeAttribute('list');
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  const ui = new URLSearchParams(location.search).get('ui');
  let active = -1;
  let asking = null;
  let waiting = 0;

  const options = () => [...list.children];
  const askNoMore = () => {
    clearTimeout(waiting);
    asking?.abort();
  };
  const close = () => {
    askNoMore();
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (place) => {
    const all = options();
    active = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
    all.forEach((one, at) => one.setAttribute('aria-selected', String(at === active)));
    if (active < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    }
  };
  const go = (option) => {
    const address = new URL(option.dataset.page, location.origin);
    if (ui) address.searchParams.set('ui', ui);
    close();
    if (address.origin === location.origin) location.assign(address);
  };
  const show = (found) => {
    list.replaceChildren(
      ...found.map((one, at) => {
        const option = Object.assign(document.createElement('li'), { id: `suggestion-${at}` });
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.page = one.page;
        option.append(one.text);
        if (one.lang) option.lang = one.lang;
        if (one.tag) option.append(Object.assign(document.createElement('span'), { className: 'tag', textContent: one.tag, lang: document.documentElement.lang }));
        if (one.of) option.append(Object.assign(document.createElement('span'), { className: 'of', textContent: one.of }));
        return option;
      }),
    );
    active = -1;
    list.hidden = found.length === 0;
    field.setAttribute('aria-expanded', String(found.length > 0));
    field.removeAttribute('aria-activedescendant');
    spoken.textContent = found.length ? field.dataset.found.replace('%d', found.length) : field.dataset.none;
  };

  const ask = async (typed) => {
    askNoMore();
    asking = new AbortController();
    const { signal } = asking;
    const query = encodeURIComponent(typed);
    const read = (address) =>
      fetch(address, { signal, headers: { Accept: 'application/json' } })
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => null);
    const [named, cited] = await Promise.all([
      read(`/v1/search/suggest?q=${query}&limit=8`),
      /\d/.test(typed) ? read(`/v1/resolve?q=${query}`) : null,
    ]);
    if (signal.aborted || field.value.trim() !== typed) return;
    show([...provisions(cited, field.dataset.cited), ...names(named)]);
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    choose(-1); // Enter now means what is typed, not what was chosen before
    const typed = field.value.trim();
    if (typed.length < 2) close();
    else waiting = setTimeout(ask, 120, typed);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (!list.hidden) event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        if (field.value.trim().length > 1) ask(field.value.trim());
      } else {
        askNoMore(); // the list does not change under who chooses from it
        choose(active + (event.key === 'ArrowDown' ? 1 : -1));
      }
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    }
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', close);
  list.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) go(option);
  });
}

function names(answer) {
  return (answer?.suggestions ?? []).map((one) => ({
    text: one.text,
    lang: one.lang,
    page: one.page,
    of: one.kind === 'provision' ? one.act_title : one.ngr,
  }));
}

// Only what a citation means for certain: one provision whose text is held.
function provisions(answer, tag) {
  if (answer?.kind !== 'resolved' || answer.provisions.length !== 1) return [];
  const [{ act, article, place, official }] = answer.provisions;
  if (!article) return [];
  const path = ['acts', act.ngr, 'articles', article.key].map(encodeURIComponent).join('/');
  const inside = place && place.key !== article.key ? `#${place.key.slice(article.key.length + 2)}` : '';
  return [
    {
      text: place ? official : `${article.marker} ${article.heading}`.trim() || official,
      lang: place ? answer.lang : article.lang,
      page: `/${path}?lang=${article.lang}${inside}`,
      of: act.title,
      tag,
    },
  ];
}
