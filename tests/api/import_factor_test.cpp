// Amounts in thousands and millions, as it is declared of their columns.

#include "importing.hpp"

namespace takt::tests {
namespace {

class ImportFactors : public Importing {
 protected:
  void SetUp() override {
    Importing::SetUp();
    ASSERT_EQ("1 0 0 0", counts(take(body("areas", R"(["name"])", {R"(["Dichtungen"])"}))));
  }
  /// What the rows of an answer make of a member that holds numbers.
  static std::vector<double> numbers(const Answer& answer, const std::string& member) {
    std::vector<double> out;
    for (const auto& row : answer.body.at("rows").as_array())
      for (const auto& value : row.at("values").as_array())
        if (value.at("member").as_string() == member)
          out.push_back(value.at("after").to_number<double>());
    return out;
  }
};

TEST_P(ImportFactors, AmountsInThousandsAreMultipliedToTheLastDigit) {
  const auto file = [](const std::string& factors) {
    return body("supply", R"(["product_area","period","volume","demand"])",
                {R"(["Dichtungen","Q1 2026","1.355,9","3.000 €"])",
                 R"(["Dichtungen","Q2 2026",1.005,16.1])",
                 R"(["Dichtungen","Q3 2026","0,004","123456789,012345"])"},
                factors);
  };
  const auto thousands = file(R"(,"factors":[1,1,1000,1000])");
  for (const auto& answer : {preview(thousands), take(thousands)}) {
    ASSERT_EQ("3 0 0 0", counts(answer)) << answer.text;
    // Of doubles 1000 times 1.005 is 1004.9999999999999, and of 16.1 it is 16100.000000000002.
    EXPECT_EQ((std::vector<double>{1355900, 1005, 4}), numbers(answer, "volume"));
    EXPECT_EQ((std::vector<double>{3000000, 16100, 123456789012.345}), numbers(answer, "demand"));
  }
  EXPECT_EQ("0 0 3 0", counts(take(thousands))) << "the same twice changes nothing";
  EXPECT_EQ(2U, list("imports").size()) << "that of the areas, and one";
  EXPECT_EQ("0 3 0 0", counts(preview(file("")))) << "without it they come as they stand";
  const auto millions = preview(file(R"(,"factors":[1,1,1000000,1000000])"));
  EXPECT_EQ("0 3 0 0", counts(millions)) << millions.text;
}

TEST_P(ImportFactors, PerCentIsMultipliedByNothingAndWhatGetsTooLargeIsRefused) {
  auto katrins = browser(katrin);
  katrins.post("/api/v1/accounts/" + id + "/kpis", R"({"name":"Umsatz","unit":"€"})");
  const auto answer =
      preview(body("kpi_values", R"(["kpi","on","value"])",
                   {R"(["Umsatz","30.09.2026","-1,2 Mio"])", R"(["Umsatz","31.08.2026","97,5 %"])",
                    R"(["Umsatz","31.07.2026",-1.2])", R"(["Umsatz","30.06.2026",9999999999999])"},
                   R"(,"factors":[1,1,1000000])"));
  ASSERT_EQ("2 0 0 2", counts(answer)) << answer.text;
  EXPECT_EQ("not_a_number", code(answer, 0)) << "what a cell says in words is not declared";
  EXPECT_EQ((std::vector<double>{97.5, -1200000}), numbers(answer, "value"));
  EXPECT_EQ("too_many_digits", code(answer, 3));
  EXPECT_EQ(2, answer.body.at("rows").at(3).at("problems").at(0).at("column").as_int64());
}

TEST_P(ImportFactors, FactorOfWhatIsNoAmountIsNamed) {
  const auto errors = [&](const std::string& columns, const std::string& factors) {
    const auto answer =
        preview(body("supply", columns, {R"(["Dichtungen"])"}, R"(,"factors":)" + factors));
    if (answer.status == 200) return std::string("none");
    std::string out;
    for (const auto& error : answer.body.at("errors").as_array())
      out += std::string(error.at("pointer").as_string()) + ' ' +
             std::string(error.at("code").as_string()) + ' ';
    return out;
  };
  const std::string columns = R"(["product_area","share","contract_end","volume",null])";
  EXPECT_EQ("none", errors(columns, "[1,1,1,1000,1]"));
  EXPECT_EQ("none", errors(columns, "[]"));
  EXPECT_EQ("none", errors(columns, "[1]"));
  EXPECT_EQ("/factors/0 not_here /factors/1 not_here /factors/2 not_here /factors/4 not_here ",
            errors(columns, "[1000,1000,1000,1000,1000]"));
  EXPECT_EQ("/factors/3 not_a_choice ", errors(columns, "[1,1,1,100]"));
  EXPECT_EQ("/factors too_many ", errors(columns, "[1,1,1,1,1,1]"));
  EXPECT_EQ("/factors not_a_list ", errors(columns, "1000"));
}

TAKT_ON_BOTH_DATABASES(ImportFactors);

}  // namespace
}  // namespace takt::tests
