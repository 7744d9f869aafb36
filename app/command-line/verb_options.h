#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace CLI {
class App;
}

namespace verbale::commandline {

/// An option and a value that was given for it.
struct OptionValue
{
    QString name; ///< "--unit"
    QString value;
};

/// The options of one verb, declared once and bound to variables: the parser behind it stays in one source
/// file. Names are written as "-o,--output". The variables have to outlive the parsing.
class VerbOptions
{
public:
    explicit VerbOptions(CLI::App &app) : m_app(app) {}

    /// A word after the verb with options of its own; `chosen` says after the parsing that it was given.
    VerbOptions action(const char *name, const char *summary, bool &chosen);

    void flag(const char *names, bool &value, const char *help);
    void text(const char *names, QString &value, const char *placeholder, const char *help);
    void choice(const char *names, QString &value, const QStringList &choices, const char *help);
    /// One value for each time that the option is given.
    void repeated(const char *names, QStringList &values, const char *placeholder, const char *help);
    /// One of several options that belong together in groups: the values of all of them in their order.
    void grouped(const char *name, QList<OptionValue> &values, const char *placeholder, const char *help);
    /// Positional arguments, one or more.
    void files(QStringList &values, const char *placeholder, const char *help);
    /// Positional arguments, none or more.
    void optionalFiles(QStringList &values, const char *placeholder, const char *help);
    /// One positional argument.
    void file(QString &value, const char *placeholder, const char *help);
    void optionalWord(QString &value, const char *placeholder, const char *help);

private:
    CLI::App &m_app;
};

} // namespace verbale::commandline
