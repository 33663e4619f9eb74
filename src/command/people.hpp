#pragma once
// Users as other people's files name them: by name or address, several in one cell.

#include "command/import_cell.hpp"
#include "domain/user.hpp"

namespace takt::command {

class People {
 public:
  explicit People(std::vector<domain::User> users);

  /// The present user meant by `Katrin Vogt`, `Vogt, Katrin`, `k.vogt@brandt.example` or
  /// `Vogt, Katrin <k.vogt@brandt.example>`. Of several with one name the choices are addresses;
  /// where nobody is meant, they are names that have a word in common with it.
  domain::Read<Id> find(std::string_view text) const;

  /// Those whom a cell names, as it writes them: parted by semicolons and line breaks, and by
  /// commas where they part people.
  std::vector<std::string> named_in(std::string text) const;

  /// The user's name.
  const std::string& name(const Id& user) const;

 private:
  std::vector<const domain::User*> called(std::string_view text) const;
  std::vector<std::string> like(std::string_view text) const;

  std::vector<domain::User> users_;  ///< in place as long as this lives
  std::map<std::string, std::vector<const domain::User*>> named_;  ///< by name_key
  std::map<std::string, const domain::User*> addressed_;           ///< by email_key
};

/// Into the ids of people, each once. What is wrong says of whom, and its choices are the whole
/// cell with somebody else in that place.
void read_people_cell(Reading& reading, const Field& field, const boost::json::value& cell);

}  // namespace takt::command
