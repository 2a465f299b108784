// What is too heavy to stand in every row of a list comes when somebody asks for it: the
// BibTeX of a citation, and all the names of a very long line of authors. Without scripts
// both have a link instead. Listens on the document: a live search brings new rows in.
const asked = new WeakSet();

// The text is asked for when the pointer or the focus arrives, so that it is mostly there
// before the panel opens and nothing moves.
async function fill(details) {
  if (asked.has(details)) return;
  asked.add(details);
  try {
    if (details.classList.contains("panel--cite")) await fillCitation(details);
    else await fillAuthors(details);
  } catch {
    asked.delete(details); // offline for a moment: the links are there, and a next try
  }
}

async function textOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function fillCitation(details) {
  const bibtex = await textOf(details.querySelector("a[download]").href);
  const text = document.createElement("pre");
  text.id = `bibtex-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  text.tabIndex = 0;
  text.setAttribute("role", "group");
  text.setAttribute("aria-label", "BibTeX");
  text.textContent = bibtex.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pill panel__copy";
  button.dataset.copies = text.id;
  button.textContent = "Copy";
  details.querySelector(".panel__links").prepend(button);
  details.querySelector(".panel__body").prepend(text);
}

async function fillAuthors(details) {
  const page = new DOMParser().parseFromString(await textOf(details.dataset.authorsOf), "text/html");
  const names = page.querySelector(".work__authors .authors");
  for (const own of details.parentElement.querySelectorAll(".author--own")) {
    const same = names.querySelector(`[data-author="${own.dataset.author}"]`);
    same?.replaceWith(own.cloneNode(true));
  }
  details.querySelector("p").replaceChildren(...names.childNodes);
}

function arrived(event) {
  const details = event.target.closest?.("summary")?.parentElement;
  if (details?.matches(".panel--cite, [data-authors-of]")) fill(details);
}

document.addEventListener("pointerover", arrived);
document.addEventListener("focusin", arrived);
document.addEventListener("click", arrived);
