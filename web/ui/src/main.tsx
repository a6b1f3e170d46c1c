import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";

import { Landing } from "./Landing";
import "./styles/tokens.css";
import "./styles/base.css";

const CandidatePage = lazy(() => import("./candidate/CandidatePage"));
const ReviewPage = lazy(() => import("./review/ReviewPage"));

/** Which page an address shows: /i/{code}, /review, /review/{id}; anything else is the landing page. */
function page(path: string) {
  const [, first, second] = path.split("/");
  if (first === "i" && second) return <CandidatePage code={decodeURIComponent(second)} />;
  if (first === "review") return <ReviewPage id={second ? decodeURIComponent(second) : null} />;
  return <Landing />;
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense
        fallback={
          <p className="loading" role="status">
            Loading…
          </p>
        }
      >
        {page(location.pathname)}
      </Suspense>
    </StrictMode>,
  );
}
