#include "report/supply_table.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/marks.hpp"
#include "report/reader.hpp"

namespace takt::report {

using namespace page;

namespace {

constexpr double kHeadHeight = 18, kRow = 23, kMostName = 150;
constexpr Type kHead{
    .size = 11, .line = 16, .colour = colour::kFaint, .align = Align::centre, .most_lines = 1};
constexpr Type kLegend{.size = 10.5, .line = 14, .colour = colour::kFaint};

/// What heads the columns of the areas: their names, or letters where one is too long.
std::vector<std::string> heads_of(const Paper& paper, const std::vector<std::string>& areas,
                                  double width) {
  if (std::ranges::all_of(
          areas, [&](const auto& one) { return paper.width_of({{one}}, kHead) <= width - 4; }))
    return areas;
  // Areas are often called "a Drives" by the letters of the team's own sheets.
  const bool lettered =
      std::ranges::all_of(areas, [](const auto& one) { return one.size() > 2 && one[1] == ' '; });
  std::vector<std::string> out;
  out.reserve(areas.size());
  for (const auto& area : areas)
    out.push_back(lettered ? area.substr(0, 1)
                           : std::string(1, static_cast<char>('a' + out.size() % 26)));
  return out;
}

}  // namespace

std::string supply_heading(const OnePagerSupply& supply, domain::Language language) {
  const Word words{"Lieferanteil in %, ", "Share of supply in %, "};
  return std::string(words.in(language)) +
         running_period(supply.period, supply.starts_on, supply.running, language);
}

double height_of(const SupplyTable& table) {
  const auto rows = std::min(table.supply.sites.size(), table.most_sites) + 1;
  return kHeadHeight + kRow * static_cast<double>(rows) + 3 * kLegend.line;
}

double draw_supply_table(const SupplyTable& table, double y) {
  auto& paper = table.paper;
  const auto& supply = table.supply;
  const auto say = [&](Word word) { return std::string(word.in(table.language)); };
  const Figures figures(table.language);
  const auto columns = supply.areas.size() + 1;
  const auto name_width = std::min(table.width * 0.28, kMostName);
  const auto step = (table.width - name_width) / static_cast<double>(columns);
  const auto place = [&](std::size_t column) {
    return table.x + name_width + static_cast<double>(column) * step;
  };
  const auto heads = heads_of(paper, supply.areas, step);
  Type name{.size = 12, .line = kRow, .colour = colour::kMuted, .most_lines = 1};
  const Type sum{.size = 12, .line = kRow - 3, .weight = Weight::semibold, .align = Align::centre};
  const auto row = [&](const std::string& called, const std::vector<OnePagerCell>& cells,
                       bool total) {
    paper.group("TR", [&] {
      paper.write(Tag::th, called, name, table.x, y, name_width - 6);
      for (std::size_t at = 0; at < cells.size() && at < columns; ++at) {
        const auto& cell = cells[at];
        const Box box{place(at) + 1.5, y + 1.5, step - 3, kRow - 3};
        if (total || at + 1 == cells.size()) {
          const auto text =
              (cell.estimated && cell.share ? "≈" : "") + figures.bare_share(cell.share);
          paper.write(Tag::td, text, paper.fitted(text, sum, step - 1), place(at), box.y, step);
        } else {
          draw_share(paper, {cell.share, cell.estimated, cell.white}, box, table.language);
        }
      }
    });
    y += kRow;
  };
  paper.group("Table", [&] {
    paper.group("TR", [&] {
      auto first = kHead;
      first.align = Align::left;
      paper.write(Tag::th, say({"Standort", "Site"}), first, table.x, y, name_width);
      for (std::size_t at = 0; at < columns; ++at) {
        const auto text = at < heads.size() ? heads[at] : say({"ges.", "all"});
        paper.write(Tag::th, text, paper.fitted(text, kHead, step - 3), place(at) + 1, y, step - 2);
      }
    });
    y += kHeadHeight;
    for (std::size_t at = 0; at < supply.sites.size() && at < table.most_sites; ++at) {
      const auto& site = supply.sites[at];
      row(site.name.empty() ? say({"nicht aufgeteilt", "not split"}) : site.name, site.cells,
          false);
    }
    name.weight = Weight::semibold;
    name.colour = colour::kInk;
    row(say({"gesamt", "total"}), supply.totals, true);
  });
  std::string spelled;
  for (std::size_t at = 0; at < heads.size(); ++at) {
    const auto& area = supply.areas[at];
    if (heads[at] == area) continue;
    const bool says = area.starts_with(heads[at] + " ");
    if (!spelled.empty()) spelled += " · ";
    if (!says) spelled.append(heads[at]).append(" ");
    spelled += area;
  }
  std::string more;
  if (supply.sites.size() > table.most_sites)
    more = say({"und ", "and "}) + std::to_string(supply.sites.size() - table.most_sites) +
           say({" weitere Standorte", " more sites"});
  const auto legend = joined(
      {spelled, more,
       say({"≈ geschätzt · schraffiert: weißer Fleck", "≈ estimated · hatched: white space"})},
      " · ");
  return y + paper.write(Tag::caption, legend, kLegend, table.x, y + 3, table.width) + 3;
}

}  // namespace takt::report
