// The list of papers follows what is typed and chosen. Every state is an address that
// the server answers whole; this fetches it and puts its parts in the place of the old ones.
const PATH = "/publications/";
const TYPING_PAUSE = 250;
const REMEMBERED = 12;
const PARTS = ["list-facets", "list-chart", "list-tools", "list-papers"];

const finder = document.getElementById("finder");
const form = document.getElementById("find");
const words = document.getElementById("find-q");
const count = document.getElementById("list-count");
const answers = new Map();
let shown = key(location);
let asking = null;
let pause = 0;
let inTyping = false;

// What the form asks for, as an address: the empty fields do not belong in it.
function asked() {
  const entries = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(entries).toString();
  return new URL(query ? `${PATH}?${query}` : PATH, location.href);
}

function key(url) {
  return url.pathname + url.search;
}

async function answer(url, signal) {
  const known = answers.get(key(url));
  if (known) return known;
  const response = await fetch(key(url), { signal, headers: { Accept: "text/html" } });
  if (!response.ok) throw new Error(`${response.status}`);
  return remember(url, await response.text());
}

function remember(url, html) {
  answers.set(key(url), html);
  if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value);
  return html;
}

// Back and forward show what was there; a new question is asked anew.
async function show(url, { record = "push", fresh = true, land = false, typed = true } = {}) {
  asking?.abort();
  clearTimeout(pause);
  const mine = asking = new AbortController();
  if (fresh) answers.delete(key(url));
  finder.setAttribute("aria-busy", "true");
  try {
    const html = await answer(url, mine.signal);
    if (mine !== asking) return;
    if (record === "push") history.pushState(null, "", url);
    if (record === "replace") history.replaceState(null, "", url);
    shown = key(url);
    put(new DOMParser().parseFromString(html, "text/html"), typed);
    if (land) arrive(url);
  } catch (failure) {
    if (failure.name === "AbortError") return;
    location.assign(url); // the server says itself what is wrong
  } finally {
    if (mine === asking) finder.removeAttribute("aria-busy");
  }
}

// `typed`: the words in the field are the visitor's, who may already be typing on.
function put(page, typed) {
  const focus = whereFocusIs();
  const unfolded = folds();
  for (const id of PARTS) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh) old.replaceChildren(...document.adoptNode(fresh).childNodes);
  }
  for (const [id, open] of unfolded) {
    const fold = document.getElementById(id);
    if (fold) fold.open = open;
  }
  if (!typed) words.value = page.getElementById("find-q").value;
  takeHiddenFields(page);
  document.title = page.title;
  count.textContent = page.getElementById("list-count").textContent;
  focusAgain(focus);
  finder.dispatchEvent(new CustomEvent("list:renewed", { bubbles: true }));
}

// The order and the facet shown whole belong to the form, which stays as it is.
function takeHiddenFields(page) {
  for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
  for (const field of page.querySelectorAll("#find input[type=hidden]")) form.append(document.adoptNode(field));
}

function folds() {
  return [...document.querySelectorAll("#list-facets details[id]")].map((fold) => [fold.id, fold.open]);
}

function whereFocusIs() {
  const at = document.activeElement;
  if (!at || !finder.contains(at) || form.contains(at)) return null;
  if (at.id) return () => document.getElementById(at.id);
  if (at.matches("input[type=checkbox]")) return () => box(at.name, at.value);
  if (at.matches("summary")) return () => document.querySelector(`#${CSS.escape(at.parentElement.id)} > summary`);
  return () => document.getElementById("papers");
}

function box(name, value) {
  const boxes = document.querySelectorAll(`#list-facets input[name="${CSS.escape(name)}"]`);
  return [...boxes].find((each) => each.value === value);
}

function focusAgain(find) {
  if (find && !finder.contains(document.activeElement)) {
    (find() ?? document.getElementById("papers")).focus({ preventScroll: true });
  }
}

// After a step to another page one reads from its top, or from the year asked for.
function arrive(url) {
  const named = document.getElementById(decodeURIComponent(url.hash.slice(1)));
  const target = named ?? document.getElementById("papers");
  const focused = target.matches("details") ? target.querySelector("summary") : target;
  if (focused === target) target.tabIndex = -1;
  focused.focus({ preventScroll: true });
  target.scrollIntoView({ behavior: "instant" });
}

function isOurs(link, event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  return !link.hasAttribute("download") && url.origin === location.origin && url.pathname === PATH
    && !(url.hash && key(url) === key(location));
}

function search() {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (key(asked()) === key(location)) {
      asking?.abort(); // what was typed meanwhile has been taken back
      return;
    }
    show(asked(), { record: inTyping ? "replace" : "push" });
    inTyping = true;
  }, TYPING_PAUSE);
}

if (finder && form) {
  finder.classList.add("finder--live");
  words.addEventListener("input", search);
  words.addEventListener("blur", () => { inTyping = false; });
  finder.addEventListener("change", (event) => {
    if (event.target.matches("#list-facets input[type=checkbox]")) {
      inTyping = false;
      show(asked());
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    inTyping = false;
    const isDone = event.submitter?.closest(".facets");
    if (isDone) document.getElementById("facets").open = false;
    show(asked(), { land: Boolean(isDone) });
  });
  finder.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !isOurs(link, event)) return;
    event.preventDefault();
    inTyping = false;
    const url = new URL(link.href.baseVal ?? link.href, location.href);
    show(url, { typed: false, land: Boolean(link.closest(".pagination, .year-jumps, .facet__all")) });
  });
  addEventListener("popstate", () => {
    const url = new URL(location.href);
    if (key(url) !== shown) show(url, { record: "none", fresh: false, typed: false });
  });
  remember(new URL(location.href), document.documentElement.outerHTML);
}
