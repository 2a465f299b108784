/* The import desk: what is convenient with a script and works without one. */
"use strict";

(() => {
  const POLL = 1000;

  /** Files may be dropped on the box of the file input; it says which were chosen. */
  function letDrop(box) {
    const input = box.querySelector("input[type=file]");
    const list = box.querySelector("[data-desk-chosen]");
    box.querySelector("[data-desk-with-drop]").hidden = false;
    const light = (on) => box.classList.toggle("desk-drop--over", on);
    box.addEventListener("dragover", (event) => {
      event.preventDefault();
      light(true);
    });
    box.addEventListener("dragleave", () => light(false));
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      light(false);
      if (event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        show();
      }
    });
    input.addEventListener("change", show);

    function show() {
      list.replaceChildren(
        ...Array.from(input.files, (file) => {
          const item = document.createElement("li");
          item.textContent = `${file.name} (${size(file.size)})`;
          return item;
        }),
      );
    }
  }

  function size(bytes) {
    const kilobytes = bytes / 1024;
    return kilobytes < 1000
      ? `${Math.max(1, Math.round(kilobytes))} KB`
      : `${(kilobytes / 1024).toFixed(1)} MB`;
  }

  /** A second click on the button of a form that is under way sends nothing. */
  function sendOnce(form) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.deskSent) event.preventDefault();
      form.dataset.deskSent = "yes";
      form.setAttribute("aria-busy", "true");
    });
    // Coming back to the page, the form may be sent again.
    window.addEventListener("pageshow", () => {
      delete form.dataset.deskSent;
      form.removeAttribute("aria-busy");
    });
  }

  /** The bar goes on while the page is seen, and leads on when the act is done. */
  function follow(box) {
    const bar = box.querySelector("progress");
    const sentence = box.querySelector("[data-desk-sentence]");

    async function ask() {
      if (document.hidden) return;
      try {
        const response = await fetch(box.dataset.deskProgress, {
          headers: { "X-Requested-With": "XMLHttpRequest" },
        });
        if (response.ok) show(await response.json());
      } catch {
        sentence.textContent = "The server does not answer; trying again …";
      }
    }

    function show(progress) {
      if (progress.leave) {
        clearInterval(timer);
        window.location.assign(progress.url);
        return;
      }
      sentence.textContent = progress.sentence;
      if (progress.total) {
        bar.max = progress.total;
        bar.value = progress.done;
      } else {
        bar.removeAttribute("value");
      }
    }

    const timer = setInterval(ask, POLL);
    document.addEventListener("visibilitychange", ask);
    ask();
  }

  /** On a narrow screen the steps scroll sideways; the present one must be in view. */
  function showStep(step) {
    const list = step.closest("ol");
    list.scrollLeft = step.offsetLeft - list.offsetLeft - list.clientWidth / 3;
  }

  function start() {
    document.querySelectorAll(".desk-steps [aria-current]").forEach(showStep);
    document.querySelectorAll("[data-desk-drop]").forEach(letDrop);
    document.querySelectorAll("[data-desk-once]").forEach(sendOnce);
    document.querySelectorAll("[data-desk-progress]").forEach(follow);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
