#pragma once
// What tests of imports have in common.

#include "server.hpp"

namespace takt::tests {

/// A table as it is sent, `head` before what each has: `columns` and `rows` as JSON lists, the rows
/// of cells only, from line 2 on.
inline std::string table_body(const std::string& head, const std::string& columns,
                              const std::vector<std::string>& rows, const std::string& more = "") {
  std::string out = "{" + head + R"("file":"Tabelle.xlsx","hash":")" + std::string(64, 'a') +
                    R"(","format":{"decimalSign":"comma","dateOrder":"dmy","percent":)"
                    R"("as_written"},"columns":)" +
                    columns + more + R"(,"rows":[)";
  for (std::size_t i = 0; i < rows.size(); ++i)
    out +=
        (i ? "," : "") + (R"({"line":)" + std::to_string(i + 2)) + R"(,"cells":)" + rows[i] + "}";
  return out + "]}";
}

/// How many rows are new, changed, unchanged and refused; what else was answered.
inline std::string counts(const Answer& answer) {
  if (answer.status != 200) return answer.text;
  std::string out;
  for (const char* count : {"added", "changed", "unchanged", "refused"})
    out += (out.empty() ? "" : " ") + std::to_string(answer.body.at(count).as_int64());
  return out;
}

/// An account, and tables that are brought into it.
class Importing : public OnBothDatabases {
 protected:
  void SetUp() override { id = account(); }

  std::string path() const { return "/api/v1/accounts/" + id + "/imports"; }
  /// A body of the kind: `columns` and `rows` as JSON lists, the rows of cells only.
  static std::string body(const std::string& kind, const std::string& columns,
                          const std::vector<std::string>& rows, const std::string& more = "") {
    return table_body(R"("kind":")" + kind + R"(",)", columns, rows, more);
  }
  Answer preview(const std::string& what) {
    return browser(katrin).post(path() + "?dryRun=true", what);
  }
  Answer take(const std::string& what) { return browser(katrin).post(path(), what); }
  static std::string code(const Answer& answer, std::size_t row) {
    const auto& problems = answer.body.at("rows").at(row).at("problems").as_array();
    return problems.empty() ? "" : std::string(problems[0].at("code").as_string());
  }
  json::array list(const std::string& collection) {
    return browser(katrin).get("/api/v1/accounts/" + id + "/" + collection).body.as_array();
  }
  std::string id;
};

}  // namespace takt::tests
