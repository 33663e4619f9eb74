import account from "./de/account.json";
import activity from "./de/activity.json";
import agility from "./de/agility.json";
import checkIn from "./de/check_in.json";
import choice from "./de/choice.json";
import cockpit from "./de/cockpit.json";
import common from "./de/common.json";
import cycle from "./de/cycle.json";
import effect from "./de/effect.json";
import entity from "./de/entity.json";
import field from "./de/field.json";
import firstRun from "./de/first_run.json";
import frame from "./de/frame.json";
import kpi from "./de/kpi.json";
import longTerm from "./de/long_term.json";
import meeting from "./de/meeting.json";
import myWork from "./de/my_work.json";
import objective from "./de/objective.json";
import organisation from "./de/organisation.json";
import palette from "./de/palette.json";
import paste from "./de/paste.json";
import portfolio from "./de/portfolio.json";
import problem from "./de/problem.json";
import review from "./de/review.json";
import sentence from "./de/sentence.json";
import session from "./de/session.json";
import signal from "./de/signal.json";
import supply from "./de/supply.json";
import term from "./de/term.json";

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
