// Copying beside what can be selected, and the place kept from one view of a text to another.

for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) break; // not a secure context: the text can be selected
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).innerText);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

// The paragraph that is read: the first one whose end is below the top of the window, and not only
// by the little that stays above a paragraph that was jumped to.
const TOP = 24;
const read = () => {
  const blocks = [...document.querySelectorAll(".wording .block[id]")];
  if (!blocks.length || blocks[0].getBoundingClientRect().top > TOP) return location.hash;
  const block = blocks.find((one) => one.getBoundingClientRect().bottom > TOP);
  return block ? `#${block.id}` : "";
};
for (const link of document.querySelectorAll("a[data-keep-place]")) {
  link.addEventListener("click", () => { link.hash = read(); });
}

// What a link of the text leads to can be put away by Escape.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const link of document.querySelectorAll("a.cross:is(:hover, :focus)")) {
    link.classList.add("quiet");
    link.addEventListener("blur", () => link.classList.remove("quiet"), { once: true });
    link.addEventListener("mouseleave", () => link.classList.remove("quiet"), { once: true });
  }
});
