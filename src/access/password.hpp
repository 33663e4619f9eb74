#pragma once
// Which passwords may be chosen.

#include <string>

#include "domain/user.hpp"

namespace takt::access {

/// Throws Problem(invalid) at `pointer` unless the password has 10 to 500 characters (Unicode code
/// points) and somebody who knows the person has to guess: without the words of their name and
/// e-mail, the commonest words of passwords, years, rows of the keyboard, of the alphabet or of
/// figures and repetitions, four different characters must be left.
void must_be_strong(const std::string& password, const domain::User& user,
                    const std::string& pointer);

}  // namespace takt::access
