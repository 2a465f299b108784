// A button with data-copies="ID" copies the text of that element. Without a clipboard
// (plain HTTP, old browsers) it stays hidden, and the text can be selected.
const SHOWN_FOR = 2000;

async function copy(button) {
  const label = button.textContent;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, SHOWN_FOR);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(button));
  }
}
