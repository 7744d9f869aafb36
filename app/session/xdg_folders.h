#pragma once

#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>

namespace verbale::session {

/// A base folder of the XDG Base Directory Specification: the variable's value when it is an absolute path,
/// else `fallback` in the user's home.
QString xdgFolder(const QProcessEnvironment &environment, const QString &variable, const QString &fallback);

} // namespace verbale::session
