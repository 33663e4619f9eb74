#pragma once
// Writes the lists of one account, each by a function of its name.

#include "mapping/words.hpp"
#include "report/account_lists.hpp"
#include "store/zone.hpp"

namespace takt::report {

class ListWriter {
 public:
  ListWriter(Sheets& sheets, const Material& material, const Reader& reader)
      : sheets_(sheets), of_(material), reader_(reader), language_(reader.language) {}

  void objectives() const;
  void check_ins() const;
  void roll_outs() const;
  void supply() const;
  void matrix() const;
  void kpi_values() const;
  void signals() const;
  void contacts() const;
  void questions() const;
  void actions() const;
  void goals() const;

 private:
  std::string say(Word word) const { return std::string(word.in(language_)); }
  Sheet& list(Word name, const std::vector<ColumnWords>& words) const {
    return sheets_.sheet(name.in(language_), list_columns(language_, words));
  }
  template <mapping::Enum E>
  std::string choice(E value) const {
    return std::string(mapping::choice(language_, value));
  }
  template <mapping::Enum E>
  std::string choice(const std::optional<E>& value) const {
    return value ? choice(*value) : "";
  }
  /// What is called by the id; nothing where there is none.
  template <class I>
  std::string name(const std::optional<I>& id) const {
    return id ? name(*id) : "";
  }
  std::string name(const domain::Id& id) const {
    const auto found = of_.names.find(id);
    return found == of_.names.end() ? "" : found->second;
  }
  std::string yes(bool is) const { return is ? say({"ja", "yes"}) : ""; }
  std::string site(const std::optional<domain::Reference<domain::Site>>& site) const {
    return site ? name(*site) : say({"Kunde gesamt", "Whole account"});
  }
  domain::Date day(domain::Instant instant) const { return store::day_in(of_.zone, instant); }
  std::string rest(const domain::SupplyRecord& record) const {
    return record.rest == domain::Rest::competitor ? std::string(record.competitor)
                                                   : choice(record.rest);
  }
  std::string stages(const domain::KeyResult& key_result) const;
  std::string answers(const figure::SignalView& view) const;
  std::string about(const figure::QuestionView& view) const;
  std::string answer(const domain::OpenQuestion& question) const;
  std::string milestones(const figure::GoalView& view) const;

  Sheets& sheets_;
  const Material& of_;
  const Reader& reader_;
  domain::Language language_;
};

}  // namespace takt::report
