import account from "./en/account.json";
import activity from "./en/activity.json";
import agility from "./en/agility.json";
import checkIn from "./en/check_in.json";
import choice from "./en/choice.json";
import cockpit from "./en/cockpit.json";
import common from "./en/common.json";
import cycle from "./en/cycle.json";
import effect from "./en/effect.json";
import entity from "./en/entity.json";
import field from "./en/field.json";
import firstRun from "./en/first_run.json";
import frame from "./en/frame.json";
import kpi from "./en/kpi.json";
import longTerm from "./en/long_term.json";
import meeting from "./en/meeting.json";
import myWork from "./en/my_work.json";
import objective from "./en/objective.json";
import organisation from "./en/organisation.json";
import palette from "./en/palette.json";
import paste from "./en/paste.json";
import portfolio from "./en/portfolio.json";
import problem from "./en/problem.json";
import review from "./en/review.json";
import sentence from "./en/sentence.json";
import session from "./en/session.json";
import signal from "./en/signal.json";
import supply from "./en/supply.json";
import term from "./en/term.json";

/** All words of the language, by the term that they belong to. */
export default {
  ...account,
  ...activity,
  ...agility,
  ...checkIn,
  ...choice,
  ...cockpit,
  ...common,
  ...cycle,
  ...effect,
  ...entity,
  ...field,
  ...firstRun,
  ...frame,
  ...kpi,
  ...longTerm,
  ...meeting,
  ...myWork,
  ...objective,
  ...organisation,
  ...palette,
  ...paste,
  ...portfolio,
  ...problem,
  ...review,
  ...sentence,
  ...session,
  ...signal,
  ...supply,
  ...term,
};
