import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import type { Field, Option } from "../entity/fields";
import type { OpenForm } from "../entity/use-entity-form";
import { AssumedMark } from "../question/assumed-mark";
import { Section } from "../ui/section";
import styles from "./customer.module.css";

interface Props {
  account: string;
  sites: Option[];
  contacts: Option[];
  onOpen: OpenForm;
}

export const testimonialsQuery = (account: string) =>
  queryOptions({
    queryKey: ["account", account, "testimonials"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/testimonials", { params: { path: { account } } })),
    throwOnError: false,
  });

export const testimonialUsesQuery = (account: string) =>
  queryOptions({
    queryKey: ["account", account, "testimonial-uses"],
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/testimonial-uses", { params: { path: { account } } }),
      ),
    throwOnError: false,
  });

/** What the customer said, at whichever key result it was heard, and at which sites it was used. */
export function AccountTestimonials({ account, sites, contacts, onOpen }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const testimonials = useQuery(testimonialsQuery(account)).data;
  const uses = useQuery(testimonialUsesQuery(account)).data;
  if (!testimonials || !uses) return null;
  const labelOf = (options: Option[], id: string | null) =>
    options.find(({ value }) => value === id)?.label;
  const fields: Field[] = [
    { name: "text", kind: "prose", required: true },
    { name: "site", kind: "reference", options: sites },
    { name: "contact", kind: "reference", options: contacts },
    { name: "receivedOn", kind: "date" },
    { name: "released", kind: "switch" },
  ];
  const unseen = sites.filter(
    ({ value }) =>
      !uses.some(({ site }) => site === value) && !testimonials.some(({ site }) => site === value),
  );
  return (
    <Section
      title={t("testimonial.all")}
      count={testimonials.length}
      action={
        <WriteButton
          variant="subtle"
          size="compact-md"
          aria-label={t("testimonial.add")}
          onClick={() =>
            onOpen({
              title: t("testimonial.add"),
              collection: "/testimonials",
              parent: `/accounts/${account}/testimonials`,
              fields,
              initial: { receivedOn: today },
            })
          }
        >
          {t("add")}
        </WriteButton>
      }
    >
      {testimonials.length === 0 && <p className="muted">{t("testimonial.empty")}</p>}
      <ul className="list">
        {testimonials.map((testimonial) => {
          const usedAt = uses
            .filter((use) => use.testimonial === testimonial.id)
            .map(({ site }) => labelOf(sites, site))
            .join(", ");
          return (
            <li key={testimonial.id}>
              <button
                type="button"
                id={testimonial.id}
                className={styles.quote}
                onClick={() =>
                  onOpen({
                    title: t("testimonial.edit"),
                    collection: "/testimonials",
                    fields,
                    entity: testimonial,
                  })
                }
              >
                <q>{testimonial.text}</q> <AssumedMark account={account} id={testimonial.id} />
              </button>
              <p className={styles.facts}>
                {[
                  labelOf(contacts, testimonial.contact),
                  labelOf(sites, testimonial.site),
                  testimonial.receivedOn && formatDate(testimonial.receivedOn),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <p className={styles.facts}>
                <span className={testimonial.released ? "good" : "fair"}>
                  {t(testimonial.released ? "testimonial.released" : "testimonial.notReleased")}
                </span>
                {usedAt && ` · ${t("testimonial.usedAt", { sites: usedAt })}`}
                {testimonial.keyResult && (
                  <>
                    {" · "}
                    <Link
                      className={styles.link}
                      to="/key-results/$keyResult"
                      params={{ keyResult: testimonial.keyResult }}
                    >
                      {t("customer.atKeyResult")}
                    </Link>
                  </>
                )}
              </p>
              {testimonial.released && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  onClick={() =>
                    onOpen({
                      title: t("testimonial.use"),
                      collection: "/testimonial-uses",
                      parent: `/testimonials/${testimonial.id}/testimonial-uses`,
                      fields: [
                        { name: "site", kind: "reference", required: true, options: sites },
                        { name: "usedOn", kind: "date", required: true },
                      ],
                      initial: { usedOn: today },
                    })
                  }
                >
                  {t("testimonial.use")}
                </WriteButton>
              )}
            </li>
          );
        })}
      </ul>
      {unseen.length > 0 && testimonials.some(({ released }) => released) && (
        <p className={styles.note}>
          {t("customer.notSeenAt", { sites: unseen.map(({ label }) => label).join(", ") })}
        </p>
      )}
    </Section>
  );
}
