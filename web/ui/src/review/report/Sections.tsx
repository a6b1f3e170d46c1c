import type { SectionsReport } from "../../api";
import { Answer, Flags, Grades, Points, Quotes, Tag, type Play } from "./parts";

/** Each section's axes with the words they rest on. */
export function Sections({ report, ...play }: { report: SectionsReport } & Play) {
  return (
    <>
      {report.sections.map((section) => (
        <article key={section.id} className="report-section">
          <h3>{section.title}</h3>
          <p className="asked">{section.question}</p>
          <Answer answered={section.answered} at={section.answer_ms} onPlay={play.onPlay} />
          {section.axes.map((axis) => (
            <div key={axis.id} className="axis">
              <h4>
                {axis.name} <Tag status={axis.status === "scored" && axis.judgement ? axis.judgement : "unscored"} />
              </h4>
              <p>{axis.reason}</p>
              <Quotes ids={axis.evidence} points={axis.points} {...play} />
              <Points points={axis.points} quoted={axis.evidence} {...play} />
            </div>
          ))}
          <Flags flags={section.red_flags ?? []} {...play} />
        </article>
      ))}
      <Grades grades={report.grades} />
    </>
  );
}
