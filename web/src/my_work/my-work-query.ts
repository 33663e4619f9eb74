import { api, data, type Schemas } from "../api/client";

export type MyWork = Schemas["MyWork"];
export type Duty = Schemas["Duty"];

export const myWorkQuery = {
  queryKey: ["my-work", "page"],
  queryFn: () => data(api.GET("/api/v1/my-work/page")),
};

/** The same page with what is of one account alone. */
export function ofAccount(work: MyWork, account: string | undefined): MyWork {
  if (!account) return work;
  const here = (of: { account: string }) => of.account === account;
  return {
    ...work,
    duties: work.duties.filter(here),
    keyResults: work.keyResults.filter(({ view }) => here(view.keyResult)),
    awaited: work.awaited.filter(({ duty }) => here(duty)),
    meetings: work.meetings.filter(here),
    questions: work.questions.filter(here),
    contacts: work.contacts.filter(here),
  };
}

const inAWeek = 6;

/** What is owed, by when; what nobody minds is a matter of its own. The server's order stays. */
export function groupsOf(duties: Duty[]) {
  const unminded = duties.filter(({ kind }) => kind === "objective" || kind === "key_result");
  const owed = duties.filter((duty) => !unminded.includes(duty));
  const soon = ({ due, daysOverdue }: Duty) => due !== null && daysOverdue >= -inAWeek;
  return {
    late: owed.filter(({ daysOverdue }) => daysOverdue > 0),
    week: owed.filter((duty) => duty.daysOverdue <= 0 && soon(duty)),
    later: owed.filter((duty) => duty.daysOverdue <= 0 && !soon(duty)),
    unminded,
  };
}
