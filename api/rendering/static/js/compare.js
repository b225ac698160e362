// The page of a comparison: from change to change by keys and buttons, other views without a jump.

const SLACK = 14; // pixels within which a change counts as the one that is read

const main = document.getElementById("content");
const withoutAnchor = (address) => new URL(address, location.href).href.replace(/#.*$/, "");
let swapping = 0;
let shown = withoutAnchor(location.href); // the comparison that the page holds now

const targets = () => [...document.querySelectorAll("[data-change]")];
const barHeight = () => document.querySelector(".bar")?.getBoundingClientRect().height ?? 0;

/** The place of the change that is read: the focused one, else the last above the bar's edge. */
function current(all) {
  const focused = document.activeElement?.closest("[data-change]");
  if (focused) return all.indexOf(focused);
  const edge = barHeight() + SLACK;
  return all.findLastIndex((one) => one.getBoundingClientRect().top <= edge);
}

function tell(at, total) {
  const count = document.querySelector("[data-count]");
  if (!count) return;
  const words = count.dataset.words.replace("{at}", at < 0 ? "–" : at + 1).replace("{total}", total);
  if (count.textContent !== words) count.textContent = words;
}

function step(by) {
  const all = targets();
  if (!all.length) return;
  const at = Math.min(Math.max(current(all) + by, 0), all.length - 1);
  all[at].focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "start" });
  tell(at, all.length);
}

function bring() {
  const steps = document.querySelector("[data-steps]");
  if (steps) steps.hidden = false;
  const bar = document.querySelector(".bar");
  // The bar may take two lines: what is gone to must not hide under it.
  if (bar) document.getElementById("compared").style.setProperty("--bar-height", `${Math.ceil(bar.offsetHeight)}px`);
}

function writes(element) {
  return element.closest?.("input, select, textarea, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || writes(event.target)) return;
  // By the key's place, too: on a Russian or Kazakh layout the same keys give other letters.
  if (event.key === "n" || event.code === "KeyN") step(1);
  else if (event.key === "p" || event.code === "KeyP") step(-1);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
  const link = event.target.closest("a[data-swap]");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && event.button === 0;
  if (link && plain) {
    event.preventDefault();
    swap(link.href, link.dataset.swap, true);
  }
});

/** Show another state of the comparison in place: same change, same focus, its own address. */
async function swap(address, name, push) {
  const own = ++swapping;
  // Where the address is that of the page already, only to read it again shows it.
  const load = () => (push ? location.assign(address) : location.reload());
  let text = null;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (answer.ok) text = await answer.text();
  } catch {
    // Nothing came: the browser is to load it and to say why.
  }
  if (own !== swapping) return; // something else was asked for since then
  if (text === null) {
    load();
    return;
  }
  const next = new DOMParser().parseFromString(text, "text/html");
  const came = next.getElementById("content");
  if (!came || !came.querySelector("#compared")) {
    load();
    return;
  }
  const all = targets();
  const anchor = all[current(all)]?.id;
  const top = anchor ? document.getElementById(anchor).getBoundingClientRect().top : 0;
  main.replaceChildren(...came.childNodes);
  for (const part of ["header.site", "footer.site"]) {
    // Their links, to other languages and to the data, keep the state too.
    const [own, other] = [document, next].map((page) => page.querySelector(part));
    if (own && other) own.replaceChildren(...other.childNodes);
  }
  document.title = next.title;
  if (push) history.pushState({ swap: true }, "", address);
  shown = withoutAnchor(address);
  bring();
  openSupposed();
  const again = name && document.querySelector(`a[data-swap="${CSS.escape(name)}"]`);
  if (again) again.focus({ preventScroll: true });
  const hash = new URL(address, location.href).hash.slice(1);
  const wanted = named(hash);
  if (wanted) {
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: "start" });
  } else if (anchor && document.getElementById(anchor)) {
    scrollBy(0, document.getElementById(anchor).getBoundingClientRect().top - top);
  }
  tell(current(targets()), targets().length);
}

window.addEventListener("popstate", () => {
  // A step to another anchor is a popstate too: what is shown stays, opened and closed as it is.
  if (withoutAnchor(location.href) !== shown) swap(location.href, null, false);
  else swapping++; // an answer that is still under way belongs to an address that was left
});
// What will likely be wanted is fetched when the pointer comes near: the switch is then instant.
document.addEventListener("pointerover", (event) => {
  const link = event.target.closest?.(".switch a[data-swap]:not([aria-current])");
  if (link && !link.dataset.fetched) {
    link.dataset.fetched = "yes";
    fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => {});
  }
});

let waiting = false;
document.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const all = targets();
    tell(Math.max(current(all), -1), all.length);
  });
}, { passive: true });

/** What an anchor names; nothing for one that is written wrongly, whoever wrote it. */
function named(anchor) {
  try {
    return anchor ? document.getElementById(decodeURIComponent(anchor)) : null;
  } catch {
    return null;
  }
}

/** Open the supposed pair that the address leads to: whoever asked for it wants to read it. */
function openSupposed() {
  const wanted = named(location.hash.slice(1));
  for (const folded of wanted?.querySelectorAll("details.supposed") ?? []) folded.open = true;
}

window.addEventListener("hashchange", openSupposed);
openSupposed();
bring();
