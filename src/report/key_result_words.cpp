#include "report/key_result_words.hpp"

#include "mapping/words.hpp"

namespace takt::report {

using namespace domain;

std::string standpoint(const page::OnePagerKeyResult& of, const Figures& figures,
                       Language language) {
  const auto say = [&](mapping::Word word) { return std::string(word.in(language)); };
  if (of.kind == KeyResultKind::stages) {
    if (!of.stage) return figures.percent(of.progress);
    if (*of.stage == 0) return of.stage_title;
    return say({"Stufe ", "Stage "}) + std::to_string(*of.stage) + say({" von ", " of "}) +
           std::to_string(of.stages - 1) + ": " + of.stage_title;
  }
  if (!of.value) return figures.percent(of.progress);
  const auto told = [&](std::optional<double> value) {
    return of.computed ? figures.computed(value, of.decimals) : figures.number(value);
  };
  const auto unit = figures.of_unit(of.unit, " ");
  if (of.kind == KeyResultKind::corridor) return told(of.value) + unit;
  const auto target = figures.number(of.target);
  // Units are written in the plural: of one of them the target bears it.
  const bool alone = *of.value == 1;
  const bool without = alone && of.target == 1 && of.unit.size() > 3;
  const auto whose = without ? std::string() : unit;
  return (of.falling ? told(of.start) + " → " : "") + told(of.value) + (alone ? "" : whose) +
         say({", Ziel ", ", target "}) + target + (alone ? whose : "");
}

}  // namespace takt::report
