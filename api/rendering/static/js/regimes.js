// Says beneath the picture what the band under the pointer or the focus is.
for (const figure of document.querySelectorAll("figure.picture")) {
  const readout = figure.querySelector("output.readout");
  if (!readout) continue;
  const tell = (event) => {
    const mark = event.target.closest("svg a");
    const title = mark && mark.querySelector(":scope > title");
    readout.hidden = !title;
    readout.textContent = title ? title.textContent : "";
  };
  const still = () => { readout.hidden = true; };
  figure.addEventListener("pointerover", tell);
  figure.addEventListener("focusin", tell);
  figure.addEventListener("pointerleave", still);
  figure.addEventListener("focusout", still);
  figure.addEventListener("keydown", (event) => { if (event.key === "Escape") still(); });
}
