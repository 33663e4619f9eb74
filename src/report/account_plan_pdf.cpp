#include "report/account_plan_pdf.hpp"

#include <algorithm>

#include "figure/effect.hpp"
#include "figure/question.hpp"
#include "page/one_pager.hpp"
#include "report/account_material.hpp"
#include "report/document.hpp"
#include "report/figures.hpp"
#include "report/key_result_words.hpp"
#include "report/sentence_words.hpp"
#include "report/supply_table.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;
using namespace figure;

namespace {

class AccountPlan {
 public:
  AccountPlan(Document& document, const Material& material, const page::OnePager& page,
              const Reader& reader)
      : document_(document),
        of_(material),
        page_(page),
        reader_(reader),
        language_(reader.language),
        figures_(reader.language) {}

  void write() {
    summary();
    profile();
    customer_goals();
    if (reader_.contacts) contacts();
    supply();
    long_term();
    objectives();
    closed();
    signals();
    questions();
    next_steps();
  }

 private:
  std::string say(Word word) const { return std::string(word.in(language_)); }
  template <mapping::Enum E>
  std::string choice(E value) const {
    return std::string(mapping::choice(language_, value));
  }
  template <class I>
  std::string name(const std::optional<I>& id) const {
    if (!id) return {};
    const auto found = of_.names.find(*id);
    return found == of_.names.end() ? "" : found->second;
  }
  std::string day(const std::optional<Date>& day) const { return day ? figures_.day(*day) : ""; }
  std::string attitude(int value) const { return (value > 0 ? "+" : "") + figures_.number(value); }

  void summary();
  void profile();
  void customer_goals();
  void contacts();
  void supply();
  void long_term();
  void objectives();
  void objective(std::size_t number, const page::OnePagerObjective& objective);
  void closed();
  void signals();
  void questions();
  void next_steps();

  Document& document_;
  const Material& of_;
  const page::OnePager& page_;
  const Reader& reader_;
  Language language_;
  Figures figures_;
};

void AccountPlan::summary() {
  document_.title(page_.account);
  Runs lede;
  for (auto& piece : sentence_words(page_.sentence, language_, page_.today))
    lede.push_back(piece.figure ? Run{piece.text, Weight::semibold, colour::kInk}
                                : Run{piece.text});
  if (!lede.empty()) document_.lede(lede);
  if (!page_.cycle) return;
  document_.fact(say({"Zyklus", "Cycle"}), page_.cycle->name + ", " +
                                               figures_.day(page_.cycle->starts_on) + " – " +
                                               figures_.day(page_.cycle->ends_on));
  document_.fact(say({"Fortschritt", "Progress"}),
                 figures_.percent(page_.progress) +
                     say({", bis heute erwartet ", ", expected by now "}) +
                     figures_.percent(page_.expected));
}

void AccountPlan::profile() {
  const auto& account = of_.account;
  document_.heading(say({"Profil", "Profile"}));
  document_.fact(say({"Branche", "Industry"}), account.industry);
  document_.fact(say({"Einkaufsstrategie", "Purchasing strategy"}), account.purchasing_strategy);
  document_.fact(say({"Lage beim Kunden", "Situation at the customer"}), account.status_note);
  for (const auto& figure : account.key_figures)
    document_.fact(
        figure.name,
        joined({figures_.number(figure.value) + figures_.of_unit(figure.unit), figure.of}, ", "));
  std::vector<std::string> team;
  for (const auto& member : of_.team)
    team.push_back(member.person.name + " (" + choice(member.role) + ")");
  document_.fact(say({"Team", "Team"}), joined(team, ", "));
  std::vector<std::vector<std::string>> rows;
  for (const auto& site : of_.sites)
    rows.push_back({site.name, joined({site.city, site.country}, ", "), choice(site.kind),
                    site.purchasers ? figures_.number(site.purchasers->value) : ""});
  if (rows.empty()) return;
  document_.subheading(say({"Standorte", "Sites"}));
  document_.table({{say({"Standort", "Site"}), 3},
                   {say({"Ort", "Place"}), 3},
                   {say({"Art", "Kind"}), 2},
                   {say({"Besteller", "Purchasers"}), 1.3, Align::right}},
                  rows);
}

void AccountPlan::customer_goals() {
  std::vector<std::string> goals;
  for (const auto& objective : page_.objectives)
    if (!objective.customer_goal.empty() &&
        std::ranges::find(goals, objective.customer_goal) == goals.end())
      goals.push_back(objective.customer_goal);
  if (goals.empty()) return;
  document_.heading(say({"Ziele des Kunden", "The customer's goals"}));
  for (const auto& goal : goals) document_.item({{goal}});
}

void AccountPlan::contacts() {
  if (of_.contacts.empty()) return;
  document_.heading(say({"Ansprechpartner", "Contacts"}));
  document_.small(say({"Personenbezogene Daten: nur für den eigenen Gebrauch im Team.",
                       "Personal data: for the team's own use alone."}));
  std::vector<std::vector<std::string>> rows;
  for (const auto& contact : of_.contacts) {
    std::vector<std::string> roles;
    for (const auto role : contact.roles) roles.push_back(choice(role));
    auto attitude_words = attitude(contact.attitude.value);
    if (contact.wanted_attitude && contact.wanted_attitude->value != contact.attitude.value)
      attitude_words += " → " + attitude(contact.wanted_attitude->value);
    rows.push_back({contact.name, contact.function, name(contact.site), joined(roles, ", "),
                    attitude_words, day(contact.last_contact)});
  }
  document_.table({{say({"Name", "Name"}), 2.4},
                   {say({"Funktion", "Function"}), 2.4},
                   {say({"Standort", "Site"}), 1.7},
                   {say({"Rollen", "Roles"}), 2},
                   {say({"Haltung", "Attitude"}), 1.2},
                   {say({"letzter Kontakt", "Last contact"}), 1.5}},
                  rows);
}

void AccountPlan::supply() {
  if (!page_.supply) return;
  document_.heading(supply_heading(*page_.supply, language_));
  const SupplyTable table{document_.paper(), *page_.supply,     language_,
                          Document::kLeft,   document_.width(), 30};
  draw_supply_table(table, document_.place(height_of(table)));
}

void AccountPlan::long_term() {
  if (page_.vision.empty() && of_.goals.empty()) return;
  document_.heading(say({"Vision und langfristige Ziele", "Vision and long-term goals"}));
  if (!page_.vision.empty())
    document_.fact(
        say({"Vision", "Vision"}) + (page_.horizon ? " " + std::to_string(*page_.horizon) : ""),
        page_.vision);
  std::vector<std::vector<std::string>> rows;
  for (const auto& view : of_.goals) {
    std::vector<std::string> milestones;
    for (const auto& one : view.milestones)
      milestones.push_back(figures_.day(one.due) + " " + one.title +
                           (one.reached_on ? say({" (erreicht)", " (reached)"}) : ""));
    rows.push_back({view.goal.title, choice(view.goal.kind), figures_.day(view.goal.due),
                    choice(view.goal.state), joined(milestones, "\n")});
  }
  document_.table({{say({"Ziel", "Goal"}), 4},
                   {say({"Art", "Kind"}), 1.4},
                   {say({"Termin", "Due"}), 1.4},
                   {say({"Stand", "State"}), 1.2},
                   {say({"Etappen", "Milestones"}), 3.4}},
                  rows);
}

void AccountPlan::objective(std::size_t number, const page::OnePagerObjective& objective) {
  document_.subheading(std::to_string(number) + "\u2002" + objective.title);
  const auto& outcome = objective.outcome;
  auto stands = say({"Fortschritt ", "Progress "}) + figures_.percent(objective.progress) +
                say({", bis heute erwartet ", ", expected by now "}) +
                figures_.percent(objective.expected) + " · " + choice(objective.health);
  if (outcome.kind != OutcomeKind::none) {
    const auto unit = figures_.of_unit(outcome.unit);
    stands += " · " + (outcome.name.empty() ? choice(outcome.kind) : outcome.name) + " " +
              (outcome.estimated ? "≈" : "") + figures_.computed(outcome.now, outcome.decimals) +
              unit;
    if (outcome.target)
      stands += say({", Ziel ", ", target "}) + figures_.number(outcome.target) + unit;
  }
  document_.small(stands);
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : objective.key_results)
    rows.push_back({one.title, one.owner, standpoint(one, figures_, language_),
                    figures_.percent(one.progress), choice(one.health),
                    one.confidence ? std::to_string(*one.confidence) : "–"});
  document_.table({{say({"Key Result", "Key result"}), 4.4},
                   {say({"verantwortlich", "Owner"}), 1.8},
                   {say({"Stand", "Stands at"}), 2.6},
                   {say({"Fortschritt", "Progress"}), 1.3, Align::right},
                   {say({"Zustand", "Health"}), 1.4},
                   {say({"Zuversicht", "Confidence"}), 1.3, Align::right}},
                  rows);
}

void AccountPlan::objectives() {
  document_.heading(page_.cycle ? "Objectives, " + page_.cycle->name : std::string("Objectives"));
  if (page_.objectives.empty())
    document_.paragraph(
        say({"In diesem Zyklus gibt es noch kein Objective.", "This cycle has no objective yet."}));
  for (std::size_t at = 0; at < page_.objectives.size(); ++at)
    objective(at + 1, page_.objectives[at]);
}

void AccountPlan::closed() {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [cycle, objectives] : of_.plans)
    if (cycle.state == CycleState::closed)
      for (const auto& row : effect_rows(cycle, objectives, of_.reviews))
        rows.push_back({cycle.name, row.title, figures_.share(row.result),
                        figures_.share(row.effect_then), choice(row.state)});
  if (rows.empty()) return;
  document_.heading(say({"Abgeschlossene Zyklen", "Closed cycles"}));
  document_.table({{say({"Zyklus", "Cycle"}), 1.4},
                   {"Objective", 5},
                   {say({"Ergebnis", "Result"}), 1.2, Align::right},
                   {say({"Wirkung", "Effect"}), 1.2, Align::right},
                   {say({"Stand", "State"}), 1.6}},
                  rows);
}

void AccountPlan::signals() {
  std::vector<std::vector<std::string>> rows;
  for (const auto& view : of_.signals) {
    if (!view.waits) continue;
    rows.push_back({view.priority ? std::to_string(view.priority->score) : "–", view.signal.title,
                    choice(view.signal.theme), day(view.answer_by),
                    view.overdue ? say({"überfällig", "overdue"}) : choice(view.signal.state)});
  }
  if (rows.empty()) return;
  document_.heading(say({"Signale, die auf Antwort warten", "Signals that wait for an answer"}));
  document_.table({{say({"Priorität", "Priority"}), 1.1, Align::right},
                   {"Signal", 5},
                   {say({"Thema", "Theme"}), 2.4},
                   {say({"beantworten bis", "Answer by"}), 1.6},
                   {say({"Stand", "State"}), 1.4}},
                  rows);
}

void AccountPlan::questions() {
  if (page_.questions.empty()) return;
  document_.heading(say({"Offene Fragen", "Open questions"}));
  for (const auto& question : page_.questions) {
    Runs text{{question.text}};
    if (question.ask_by)
      text.push_back({say({" · fragen bis ", " · to ask by "}) + figures_.day(*question.ask_by),
                      {},
                      colour::kMuted});
    document_.item(text);
  }
}

void AccountPlan::next_steps() {
  std::vector<std::vector<std::string>> rows;
  for (const auto& action : of_.actions)
    if (!action.done_on)
      rows.push_back({action.title, name(action.assignee), day(action.due),
                      action.due && *action.due < of_.today ? say({"überfällig", "overdue"}) : ""});
  if (rows.empty() && page_.meetings.empty()) return;
  document_.heading(say({"Nächste Schritte", "Next steps"}));
  for (const auto& meeting : page_.meetings) {
    const auto local = store::local_time(reader_.zone, meeting.planned_at);
    document_.fact(figures_.weekday(date_of(local)) + " " + figures_.time(local),
                   joined({choice(meeting.kind), meeting.place}, ", "));
  }
  document_.table({{say({"Maßnahme", "Action"}), 5},
                   {say({"zuständig", "Assignee"}), 2},
                   {say({"Termin", "Due"}), 1.4},
                   {"", 1.2}},
                  rows);
}

}  // namespace

File account_plan_pdf(access::Context& context, const Reader& reader, const Id& account,
                      const std::string& link) {
  const auto today = context.today();
  const auto read = context.database.read([&](store::Session& session) {
    return std::pair(page::one_pager(session, today, account, Audience::team, {}),
                     material_of(session, account, today, reader.contacts));
  });
  const auto& page = read.first;
  const auto& material = read.second;
  const std::string title = "Key-Account-Plan";
  const auto told = about(context, reader, page.account + ": " + title);
  auto file = drawn(Format::portrait, reader.language, told, [&](Paper& paper, int pages) {
    Document document(paper, pages, told, joined({page.organisation, page.account}, " · "), link);
    AccountPlan(document, material, page, reader).write();
    document.end();
  });
  return {file_name({title, page.account, page.cycle ? page.cycle->name : ""}, ".pdf"),
          std::move(file)};
}

}  // namespace takt::report
