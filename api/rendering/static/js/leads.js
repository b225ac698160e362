// What a link of the text leads to can be put away by Escape.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const link of document.querySelectorAll("a.cross:is(:hover, :focus)")) {
    link.classList.add("quiet");
    link.addEventListener("blur", () => link.classList.remove("quiet"), { once: true });
    link.addEventListener("mouseleave", () => link.classList.remove("quiet"), { once: true });
  }
});
