// A long list of choices (all members of a large lab) gets a field that narrows it.
const LONG = 30;

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function narrow(options, words) {
  const wanted = plain(words).split(/\s+/);
  for (const option of options) {
    const name = plain(option.textContent);
    option.hidden = !wanted.every((word) => name.includes(word));
  }
}

function equip(rest) {
  const options = rest.querySelectorAll("li");
  if (options.length < LONG || rest.querySelector(".facet__find")) return;
  const heading = rest.parentElement.getAttribute("aria-label");
  const field = document.createElement("input");
  field.type = "search";
  field.className = "facet__find";
  field.placeholder = "Find…";
  field.setAttribute("aria-label", `Find in ${heading}`);
  field.addEventListener("input", () => narrow(options, field.value));
  rest.querySelector("ul").before(field);
}

function equipAll() {
  for (const rest of document.querySelectorAll(".facet__rest")) equip(rest);
}

equipAll();
document.addEventListener("list:renewed", equipAll);
