// The place kept from one view of a text to another.

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
