// Buttons that copy: [data-copy="id"] copies the text of that element. Without a script the text is
// there to select; the buttons are shown only where copying works.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const said = button.textContent; // it may be clicked again while it says that it is done
    let back = 0;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = button.dataset.done;
      clearTimeout(back);
      back = setTimeout(() => { button.textContent = said; }, 2000);
    });
  }
}
