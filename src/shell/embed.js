// Shows the calculator in a page of another site, as high as it needs to be: <canadian-content lang="fr"></canadian-content>.
//
// The calculator stands in a frame from its own site, inside a shadow root: neither page can read the other, and the
// host's style cannot reach it. Attributes: lang, theme, accent, module, compact, prefill, height (before it is known).
// Events: "verdict" (detail.verdict: yes, no, unknown) and, after askForBid() and the person's consent, "bid" (detail.bid:
// the text of a draft file, or null). docs/embedding.md says more.
(() => {
  const home = new URL(".", document.currentScript.src);
  const passed = ["lang", "theme", "accent", "module", "compact"];
  const titles = { en: "Canadian Content Calculator", fr: "Calculateur de contenu canadien" };

  class CanadianContent extends HTMLElement {
    #frame;

    connectedCallback() {
      if (!this.#frame) {
        const frame = document.createElement("iframe");
        const address = new URL("index.html", home);
        for (const name of passed) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name).replace(/^#/, ""));
        address.searchParams.set("host", location.origin);
        if (this.hasAttribute("prefill")) address.hash = `prefill=${encodeURIComponent(this.getAttribute("prefill"))}`;
        frame.src = address;
        frame.title = titles[(this.lang || document.documentElement.lang).slice(0, 2)] ?? titles.en;
        const height = Number(this.getAttribute("height")) || 640;
        Object.assign(frame.style, { display: "block", width: "100%", minWidth: "100%", border: "0", height: `${height}px` });
        this.style.display = "block";
        this.attachShadow({ mode: "open" }).append((this.#frame = frame));
      }
      addEventListener("message", this.#hear);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
    }

    /** Asks the person who works in the frame for the bid. Answered by the event "bid". */
    askForBid() {
      this.#frame?.contentWindow.postMessage({ ask: "bid" }, home.origin);
    }

    #hear = ({ source, origin, data }) => {
      if (source !== this.#frame.contentWindow || origin !== home.origin || data?.source !== "canadian-content") return;
      const { height, verdict, bid, top } = data;
      if (Number.isInteger(height) && height > 0 && height < 1e5) this.#frame.style.height = `${height}px`;
      if (["yes", "no", "unknown"].includes(verdict)) this.#tell("verdict", { verdict });
      if (typeof bid === "string" || bid === null) this.#tell("bid", { bid });
      if (top === true && this.getBoundingClientRect().top < 0) this.scrollIntoView();
    };

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }
  }
  if (!customElements.get("canadian-content")) customElements.define("canadian-content", CanadianContent);
})();
