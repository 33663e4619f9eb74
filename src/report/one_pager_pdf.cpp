#include "report/one_pager_pdf.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/key_result_words.hpp"
#include "report/marks.hpp"
#include "report/sentence_words.hpp"
#include "report/supply_table.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;
using namespace page;

namespace {

constexpr double kLeft = 44, kTop = 36, kFoot = 42, kAside = 300, kGap = 28;

constexpr double kEntry = 48;

constexpr Type kTitle{.size = 26, .line = 30, .weight = Weight::semibold};
constexpr Type kLede{.size = 14, .line = 21, .colour = colour::kMuted};
constexpr Type kHeading{.size = 15, .line = 20, .weight = Weight::semibold};
constexpr Type kSection{.size = 12.5, .line = 17, .weight = Weight::semibold};
constexpr Type kBody{.size = 12, .line = 16};
constexpr Type kLabel{.size = 12.5, .line = 24, .colour = colour::kMuted};
constexpr Type kBig{.size = 19, .line = 24, .weight = Weight::semibold};
constexpr Type kSmall{.size = 11, .line = 14, .colour = colour::kMuted};
constexpr Type kTiny{.size = 10.5, .line = 14, .colour = colour::kFaint};

/// As many as fit beside the plan; of more it says how many.
constexpr std::size_t kMostSites = 12, kMostSignals = 5, kMostMeetings = 4, kMostTestimonials = 4,
                      kMostColumns = 4, kMostGoals = 2;

Colour colour_of(Severity severity) {
  return severity == Severity::bad    ? colour::kBad
         : severity == Severity::warn ? colour::kWarn
                                      : colour::kInk;
}

Colour colour_of(Band band) {
  return band == Band::high ? colour::kBad : band == Band::medium ? colour::kWarn : colour::kMuted;
}

class OnePagerDrawing {
 public:
  OnePagerDrawing(Paper& paper, int pages, const OnePager& page, const Reader& reader,
                  const About& about, const std::string& link)
      : paper_(paper),
        pages_(pages),
        page_(page),
        reader_(reader),
        about_(about),
        link_(link),
        figures_(reader.language),
        right_(paper.width() - kLeft),
        bottom_(paper.height() - kFoot - 16) {}

  void draw() {
    draw_head();
    if (page_.audience != Audience::customer) draw_cycles();
    const auto top = y_;
    draw_aside(top);
    y_ = top;
    const bool customer = page_.audience == Audience::customer;
    for (std::size_t at = 0; at < page_.objectives.size(); ++at)
      customer ? draw_agreed(page_.objectives[at]) : draw_objective(at + 1, page_.objectives[at]);
    if (page_.objectives.empty())
      y_ += paper_.write(Tag::p,
                         say({"In diesem Zyklus gibt es noch kein Objective.",
                              "This cycle has no objective yet."}),
                         kLede, kLeft, y_, main_width()) +
            16;
    draw_questions();
    draw_foot();
  }

 private:
  std::string say(mapping::Word word) const { return std::string(word.in(reader_.language)); }
  template <mapping::Enum E>
  std::string choice(E value) const {
    return std::string(mapping::choice(reader_.language, value));
  }
  /// On the first page the aside stands beside the plan.
  double main_width() const { return right_ - kLeft - (paper_.pages() == 1 ? kAside + kGap : 0); }
  double aside_left() const { return right_ - kAside; }

  void draw_head();
  void draw_cycles();
  void draw_objective(std::size_t number, const OnePagerObjective& objective);
  double draw_figures(const OnePagerObjective& objective, double y);
  void draw_key_result(const OnePagerKeyResult& key_result);
  void draw_agreed(const OnePagerObjective& objective);
  void draw_aside(double y);
  double draw_supply(double y);
  double draw_signals(double y);
  void draw_questions();
  double draw_meetings(double y);
  double draw_testimonials(double y);
  void draw_foot();
  void make_room(double height);
  double draw_section(const std::string& words, double y);
  /// Whether there is room for one more entry beside the plan.
  bool fits(double y) const { return y + kEntry <= bottom_; }
  std::string more(std::size_t count, std::size_t most) const;

  Paper& paper_;
  int pages_;
  const OnePager& page_;
  const Reader& reader_;
  const About& about_;
  const std::string& link_;
  Figures figures_;
  double right_;
  double bottom_;  ///< of what is above the foot
  double y_ = kTop;
};

void OnePagerDrawing::draw_head() {
  const bool has_vision = !page_.vision.empty();
  const auto width = has_vision ? right_ - kLeft - kAside - 32 : right_ - kLeft;
  y_ += paper_.write(Tag::h1, page_.account, kTitle, kLeft, y_, width) + 6;
  Runs lede;
  if (page_.audience == Audience::customer) {
    auto text = say({"Was wir gemeinsam erreichen wollen", "What we want to reach together"});
    if (page_.cycle)
      text += ": " + page_.cycle->name + ", " + figures_.day(page_.cycle->starts_on) + " – " +
              figures_.day(page_.cycle->ends_on);
    lede.push_back({std::move(text)});
  }
  for (auto& piece : sentence_words(page_.sentence, reader_.language, page_.today))
    lede.push_back(piece.figure ? Run{piece.text, Weight::semibold, colour_of(piece.severity)}
                                : Run{piece.text});
  if (!lede.empty()) y_ += paper_.write(Tag::p, lede, kLede, kLeft, y_, width);
  if (has_vision) {
    const auto left = aside_left() + 17;
    auto label = say({"Vision", "Vision"});
    if (page_.horizon) label += " " + std::to_string(*page_.horizon);
    auto bottom = kTop + paper_.write(Tag::caption, label, kTiny, left, kTop, kAside - 17);
    const auto quoted =
        reader_.language == Language::de ? "„" + page_.vision + "“" : "“" + page_.vision + "”";
    bottom += paper_.write(Tag::p, quoted,
                           {.size = 13, .line = 18, .weight = Weight::medium, .most_lines = 5},
                           left, bottom, kAside - 17);
    paper_.fill({aside_left(), kTop, 3, bottom - kTop}, colour::kBrand);
    y_ = std::max(y_, bottom);
  }
  y_ += 16;
}

/// The cycle with its weeks, and those to come in which a goal is due.
void OnePagerDrawing::draw_cycles() {
  if (!page_.cycle) return;
  std::vector<const OnePagerCycle*> columns{&*page_.cycle};
  for (const auto& next : page_.coming)
    if (columns.size() < kMostColumns && (columns.size() == 1 || !next.goals.empty()))
      columns.push_back(&next);
  constexpr double kHeight = 62;
  const Box all{kLeft, y_, right_ - kLeft, kHeight};
  paper_.frame(all, colour::kLineStrong, 8);
  // The present one is as wide as two.
  const auto unit = all.width / (static_cast<double>(columns.size()) + 0.7);
  double x = all.x;
  for (const auto* column : columns) {
    const bool present = column == columns.front();
    const auto width = present ? 1.7 * unit : unit;
    if (!present) paper_.line({x, y_ + 1}, {x, y_ + kHeight - 1}, colour::kLine);
    auto name = column->name;
    if (present && page_.week > 0)
      name += say({" · Woche ", " · week "}) + std::to_string(page_.week) + say({" von ", " of "}) +
              std::to_string(page_.weeks);
    Type type{.size = 12, .line = 15, .weight = Weight::semibold, .most_lines = 1};
    auto below = y_ + 7 + paper_.write(Tag::h3, name, type, x + 10, y_ + 7, width - 20) + 4;
    if (present && page_.weeks > 0) {
      const auto step = (width - 20) / page_.weeks;
      for (int week = 0; week < page_.weeks; ++week)
        paper_.fill({x + 10 + week * step, below + 2, step - 2, 6},
                    week < page_.week ? colour::kBrand : colour::kTrack);
      below += 12;
    }
    std::size_t told = 0;
    for (const auto& goal : column->goals) {
      if (told == (present ? 1 : kMostGoals)) break;
      ++told;
      draw_flag(paper_, {x + 12, below + 13});
      type = {.size = 11, .line = 15, .weight = Weight::medium, .most_lines = 1};
      below += paper_.write(Tag::p, goal, type, x + 26, below, width - 36);
    }
    x += width;
  }
  y_ += kHeight + 18;
}

void OnePagerDrawing::make_room(double height) {
  if (y_ + height <= bottom_) return;
  draw_foot();
  paper_.next_page();
  y_ = kTop;
}

double OnePagerDrawing::draw_figures(const OnePagerObjective& objective, double y) {
  double x = kLeft;
  const auto put = [&](const std::string& text, const Type& type, double gap) {
    const auto width = paper_.width_of({{text}}, type) + 1;
    paper_.write(Tag::p, text, type, x, y, width + 1);
    x += width + gap;
  };
  put(say({"Fortschritt", "Progress"}), kLabel, 7);
  put(figures_.percent(objective.progress), kBig, 16);
  draw_bar(paper_,
           {objective.progress, objective.expected, objective.outdated > 0, objective.forecast},
           {x, y + 8, 120, 8});
  x += 120 + 26;
  const auto& outcome = objective.outcome;
  if (outcome.kind == OutcomeKind::none) return y + 30;
  const auto unit = outcome.unit == "%" ? figures_.of_unit("%") : std::string();
  auto label = outcome.name.empty() ? choice(outcome.kind) : outcome.name;
  if (outcome.unit != "%" && !outcome.unit.empty()) label += ", " + outcome.unit;
  // What is left for the name after figure, course and target.
  Type type = kLabel;
  type.most_lines = 1;
  const auto room = kLeft + main_width() - x - 250;
  const auto width = std::min(paper_.width_of({{label}}, type) + 2, std::max(room, 60.0));
  paper_.write(Tag::p, label, type, x, y, width);
  x += width + 7;
  put((outcome.estimated ? "≈" : "") + figures_.computed(outcome.now, outcome.decimals) + unit,
      kBig, 10);
  if (!outcome.course.empty()) {
    draw_spark(paper_, outcome.course, outcome.target, {x, y + 4, 84, 17});
    x += 84 + 10;
  }
  if (outcome.target)
    put(say({"Ziel ", "target "}) + figures_.number(outcome.target) + unit, kLabel, 0);
  return y + 30;
}

void OnePagerDrawing::draw_key_result(const OnePagerKeyResult& of) {
  constexpr double kState = 92, kStanding = 132, kPerson = 26;
  const auto states = [&] { return kLeft + main_width() - kState; };
  const auto words = [&] { return main_width() - kPerson - 10 - kStanding - 16 - kState; };
  const auto stands = standpoint(of, figures_, reader_.language);
  auto sites = of.sites_total ? say({" · ", " · "}) + std::to_string(of.sites_reached.value_or(0)) +
                                    say({" von ", " of "}) + std::to_string(*of.sites_total) +
                                    say({" Standorten am Ziel", " sites at their target"})
                              : std::string();
  Type small = kSmall;
  small.most_lines = 3;
  const auto height =
      std::max({34.0, paper_.height_of({{of.title}}, kBody, words()),
                17 + std::min(3 * 14.0, paper_.height_of({{stands + sites}}, small, kStanding))}) +
      16;
  make_room(height);
  paper_.line({kLeft, y_}, {kLeft + main_width(), y_}, colour::kLine);
  const auto top = y_ + 8;
  if (!of.initials.empty()) draw_person(paper_, of.initials, {kLeft + 12, top + 10}, 12);
  paper_.group("LI", [&] {
    paper_.write(Tag::p, of.title, kBody, kLeft + kPerson + 10, top, words());
    draw_bar(paper_, {of.progress, of.expected, of.health == Health::outdated},
             {states() - 16 - kStanding, top + 5, kStanding - 12, 6});
    paper_.write(Tag::p, stands + sites, small, states() - 16 - kStanding, top + 17, kStanding);
    draw_health(paper_, of.health, choice(of.health), states(), top - 1);
    if (of.confidence)
      paper_.write(Tag::p, say({"Zuversicht ", "Confidence "}) + std::to_string(*of.confidence),
                   kSmall, states() + 2, top + 21, kState);
  });
  y_ += height;
}

void OnePagerDrawing::draw_objective(std::size_t number, const OnePagerObjective& objective) {
  const auto title = std::to_string(number) + "\u2002" + objective.title;
  const auto height = paper_.height_of({{title}}, kHeading, main_width());
  make_room(height + 30 + 50);
  y_ += paper_.write(Tag::h2, title, kHeading, kLeft, y_, main_width()) + 6;
  y_ = draw_figures(objective, y_);
  for (const auto& key_result : objective.key_results) draw_key_result(key_result);
  y_ += 8;
}

/// An objective as the customer may see it.
void OnePagerDrawing::draw_agreed(const OnePagerObjective& objective) {
  Type prose = kBody;
  prose.colour = colour::kMuted;
  auto height = paper_.height_of({{objective.title}}, kHeading, main_width()) + 24;
  const auto goal = objective.customer_goal.empty()
                        ? std::string()
                        : say({"Ihr Ziel: ", "Your goal: "}) + objective.customer_goal;
  if (!goal.empty()) height += paper_.height_of({{goal}}, prose, main_width());
  make_room(height);
  paper_.line({kLeft, y_}, {kLeft + main_width(), y_}, colour::kLine);
  y_ += 10;
  y_ += paper_.write(Tag::h2, objective.title, kHeading, kLeft, y_, main_width()) + 2;
  if (!goal.empty()) y_ += paper_.write(Tag::p, goal, prose, kLeft, y_, main_width());
  if (objective.state != ObjectiveState::active && objective.state != ObjectiveState::not_judged)
    y_ += paper_.write(Tag::p, choice(objective.state), kSmall, kLeft, y_ + 2, main_width());
  y_ += 12;
}

double OnePagerDrawing::draw_section(const std::string& words, double y) {
  y += paper_.write(Tag::h3, words, kSection, aside_left(), y, kAside) + 5;
  paper_.line({aside_left(), y}, {right_, y}, colour::kLineStrong);
  return y + 6;
}

std::string OnePagerDrawing::more(std::size_t count, std::size_t most) const {
  if (count <= most) return {};
  return say({"und ", "and "}) + std::to_string(count - most) + say({" weitere", " more"});
}

double OnePagerDrawing::draw_supply(double y) {
  const auto& supply = *page_.supply;
  y = draw_section(supply_heading(supply, reader_.language), y);
  return draw_supply_table({paper_, supply, reader_.language, aside_left(), kAside, kMostSites},
                           y) +
         13;
}

double OnePagerDrawing::draw_signals(double y) {
  y = draw_section(say({"Wartet auf Antwort", "Waits for an answer"}), y);
  std::size_t at = 0;
  for (; at < page_.signals.size() && at < kMostSignals && fits(y); ++at) {
    const auto& signal = page_.signals[at];
    if (signal.priority)
      paper_.write(Tag::none, std::to_string(signal.priority->score),
                   {.size = 12,
                    .line = 16,
                    .weight = Weight::semibold,
                    .colour = colour_of(signal.priority->band)},
                   aside_left(), y, 24);
    Type title = kBody;
    title.weight = Weight::medium;
    title.most_lines = 2;
    y += paper_.write(Tag::p, signal.title, title, aside_left() + 26, y, kAside - 26);
    const auto days = std::to_string(signal.days);
    const auto age = signal.days == 0   ? say({"seit heute", "since today"})
                     : signal.days == 1 ? say({"seit gestern", "since yesterday"})
                                        : say({"seit ", "for "}) + days + say({" Tagen", " days"});
    Type since = kSmall;
    if (signal.overdue) since.colour = colour::kBad;
    y += paper_.write(Tag::p,
                      signal.overdue
                          ? age + say({" ohne Antwort, überfällig", " without an answer, overdue"})
                          : age,
                      since, aside_left() + 26, y, kAside - 26) +
         7;
  }
  if (const auto rest = more(page_.signals.size(), at); !rest.empty())
    y += paper_.write(Tag::p, rest, kSmall, aside_left() + 26, y, kAside - 26);
  return y + 10;
}

void OnePagerDrawing::draw_questions() {
  if (page_.questions.empty()) return;
  make_room(60);
  y_ += paper_.write(Tag::h2, say({"Offene Fragen", "Open questions"}), kHeading, kLeft, y_,
                     main_width()) +
        6;
  for (const auto& question : page_.questions) {
    Runs text{{question.text}};
    if (question.ask_by)
      text.push_back({say({" · fragen bis ", " · to ask by "}) + figures_.day(*question.ask_by),
                      {},
                      colour::kMuted});
    make_room(paper_.height_of(text, kBody, main_width()) + 13);
    paper_.line({kLeft, y_}, {kLeft + main_width(), y_}, colour::kLine);
    y_ += 6 + paper_.write(Tag::p, text, kBody, kLeft, y_ + 6, main_width()) + 6;
  }
}

double OnePagerDrawing::draw_meetings(double y) {
  y = draw_section(say({"Als Nächstes", "Coming up"}), y);
  std::size_t at = 0;
  for (; at < page_.meetings.size() && at < kMostMeetings && fits(y); ++at) {
    const auto& meeting = page_.meetings[at];
    const auto local = store::local_time(reader_.zone, meeting.planned_at);
    Type type = kBody;
    type.most_lines = 1;
    y += paper_.write(Tag::p,
                      figures_.weekday(date_of(local)) + " " + figures_.time(local) + "\u2002" +
                          choice(meeting.kind),
                      type, aside_left(), y, kAside);
    type = kSmall;
    type.most_lines = 1;
    if (!meeting.place.empty())
      y += paper_.write(Tag::p, meeting.place, type, aside_left(), y, kAside);
    y += 4;
  }
  return y + 16;
}

double OnePagerDrawing::draw_testimonials(double y) {
  y = draw_section(say({"Stimmen aus Ihren Werken", "Voices from your sites"}), y);
  std::size_t at = 0;
  for (; at < page_.testimonials.size() && at < kMostTestimonials && fits(y); ++at) {
    const auto& one = page_.testimonials[at];
    Type type = kBody;
    type.most_lines = 5;
    y += paper_.write(
        Tag::p, reader_.language == Language::de ? "„" + one.text + "“" : "“" + one.text + "”",
        type, aside_left(), y, kAside);
    if (!one.site.empty()) y += paper_.write(Tag::p, one.site, kSmall, aside_left(), y, kAside);
    y += 8;
  }
  return y + 10;
}

/// What is less urgent is left out where there is no room.
void OnePagerDrawing::draw_aside(double y) {
  const auto has_room = [&] { return fits(y + kEntry / 2); };
  if (page_.supply) y = draw_supply(y);
  if (!page_.signals.empty() && has_room()) y = draw_signals(y);
  if (!page_.meetings.empty() && has_room()) y = draw_meetings(y);
  if (!page_.testimonials.empty() && has_room()) draw_testimonials(y);
}

void OnePagerDrawing::draw_foot() {
  const auto y = paper_.height() - kFoot;
  const auto edge = link_.empty() ? right_ : right_ - 36;
  paper_.line({kLeft, y - 8}, {right_, y - 8}, colour::kLine);
  auto right = about_.stand;
  if (pages_ > 0) right += " · " + std::to_string(paper_.pages()) + " / " + std::to_string(pages_);
  const auto legend = page_.audience == Audience::customer
                          ? std::string()
                          : say({"Strich im Balken: bis heute erwartet · grau: veraltet",
                                 "Tick in the bar: expected by now · grey: outdated"});
  const auto width =
      std::max(paper_.width_of({{right}}, kTiny), paper_.width_of({{legend}}, kTiny)) + 2;
  auto who = joined({page_.organisation, joined(page_.team, ", ")}, " · ");
  if (!page_.sponsor.empty()) who += say({"; Sponsor ", "; sponsor "}) + page_.sponsor;
  Type type = kTiny;
  type.most_lines = 2;
  paper_.write(Tag::note, who, type, kLeft, y, edge - kLeft - width - 24);
  type = kTiny;
  type.align = Align::right;
  paper_.write(Tag::note, right, type, edge - width, y, width);
  if (!legend.empty()) paper_.write(Tag::note, legend, type, edge - width, y + 14, width);
  if (link_.empty()) return;
  const Box box{right_ - 28, y, 28, 28};
  paper_.qr(link_, box);
  paper_.link(link_, box);
}

}  // namespace

namespace {

/// Named by who is to read it, so that nobody sends the one instead of the other.
std::string title_of(Audience audience, Language language) {
  constexpr Word kManagement{"Kurzfassung", "One-pager"};
  constexpr Word kTeam{"Kurzfassung für das Team", "One-pager for the team"};
  constexpr Word kCustomer{"Kurzfassung für den Kunden", "One-pager for the customer"};
  const auto& word = audience == Audience::customer ? kCustomer
                     : audience == Audience::team   ? kTeam
                                                    : kManagement;
  return std::string(word.in(language));
}

}  // namespace

File one_pager_pdf(const access::Context& context, const Reader& reader, const OnePager& page,
                   const std::string& link) {
  const auto title = title_of(page.audience, reader.language);
  const auto stands = about(context, reader, page.account + ": " + title);
  auto file = drawn(Format::landscape, reader.language, stands, [&](Paper& paper, int pages) {
    OnePagerDrawing(paper, pages, page, reader, stands, link).draw();
  });
  return {file_name({title, page.account, to_string(page.today)}, ".pdf"), std::move(file)};
}

}  // namespace takt::report
