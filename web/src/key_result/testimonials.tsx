import { useTranslation } from "react-i18next";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { type Field, optionsOf } from "../entity/fields";
import { AssumedMark } from "../question/assumed-mark";
import { Section } from "../ui/section";
import type { PartProps } from "./key-result-part";

/** What the customer said, and at which sites it was used. */
export function Testimonials({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const today = useToday();
  const sites = optionsOf(page.allSites);
  const nameOfSite = (id: string | null) => sites.find(({ value }) => value === id)?.label;
  const fields: Field[] = [
    { name: "text", kind: "prose", required: true },
    { name: "site", kind: "reference", options: sites },
    { name: "receivedOn", kind: "date" },
    { name: "released", kind: "switch" },
    {
      name: "keyResult",
      kind: "reference",
      options: [{ value: page.view.keyResult.id, label: page.view.keyResult.title }],
    },
  ];
  const useFields: Field[] = [
    { name: "site", kind: "reference", required: true, options: sites },
    { name: "usedOn", kind: "date", required: true },
  ];
  return (
    <Section
      title={t("testimonial.all")}
      action={
        <WriteButton
          variant="subtle"
          size="compact-md"
          onClick={() =>
            onOpen({
              title: t("testimonial.add"),
              collection: "/testimonials",
              parent: `/accounts/${page.account.id}/testimonials`,
              fields,
              initial: { keyResult: page.view.keyResult.id, receivedOn: today },
            })
          }
        >
          {t("testimonial.add")}
        </WriteButton>
      }
    >
      {page.testimonials.length === 0 && <p className="muted">{t("testimonial.empty")}</p>}
      <ul className="list">
        {page.testimonials.map(({ testimonial, uses }) => (
          <li key={testimonial.id}>
            <button
              type="button"
              className="plain"
              onClick={() =>
                onOpen({
                  title: t("testimonial.edit"),
                  collection: "/testimonials",
                  fields,
                  entity: testimonial,
                })
              }
            >
              <q>{testimonial.text}</q>{" "}
              <AssumedMark account={testimonial.account} id={testimonial.id} />
            </button>
            <div className="row muted">
              {[
                nameOfSite(testimonial.site),
                t(testimonial.released ? "testimonial.released" : "testimonial.notReleased"),
                uses.length > 0 &&
                  t("testimonial.usedAt", {
                    sites: uses.map((use) => nameOfSite(use.site)).join(", "),
                  }),
              ]
                .filter(Boolean)
                .join(" · ")}
              {testimonial.released && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  onClick={() =>
                    onOpen({
                      title: t("testimonial.use"),
                      collection: "/testimonial-uses",
                      parent: `/testimonials/${testimonial.id}/testimonial-uses`,
                      fields: useFields,
                      initial: { usedOn: today },
                    })
                  }
                >
                  {t("testimonial.use")}
                </WriteButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
