// A button with data-copies="ID" copies the text of that element and says so, to the eye
// on itself and to a screen reader in one status line of the page. Without scripts the
// button stays hidden, and the text can be selected. Buttons may come in at any time.
const SHOWN_FOR = 2500;

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

// What has data-rich, a reference, keeps its italics in a word processor.
function contents(element) {
  const parts = { "text/plain": element.textContent };
  if ("rich" in element.dataset) parts["text/html"] = element.innerHTML;
  return new ClipboardItem(parts);
}

// Where there is no clipboard (plain HTTP, old browsers) the selection is copied instead.
async function copied(element) {
  try {
    await navigator.clipboard.write([contents(element)]);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

async function copy(button) {
  const label = button.dataset.label ?? button.textContent;
  const done = await copied(document.getElementById(button.dataset.copies));
  button.dataset.label = label;
  button.textContent = done ? "Copied" : "Selected";
  status.textContent = done
    ? "Copied to the clipboard"
    : "The text is selected; press Ctrl+C to copy it";
  setTimeout(() => {
    button.textContent = label;
    status.textContent = "";
  }, SHOWN_FOR);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copies]");
  if (button) copy(button);
});

for (const button of document.querySelectorAll("button[data-copies]")) button.hidden = false;
