#include "command-line/verb_options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace verbale::commandline {

namespace {

auto intoText(QString &value)
{
    return [&value](const std::string &text) { value = QString::fromStdString(text); };
}

auto intoTexts(QStringList &values)
{
    return [&values](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            values.append(QString::fromStdString(text));
    };
}

} // namespace

VerbOptions VerbOptions::action(const char *name, const char *summary, bool &chosen)
{
    CLI::App *own = m_app.add_subcommand(name, summary);
    own->fallthrough(); // --plugin-path and its like belong to the verb
    own->footer("");
    own->callback([&chosen] { chosen = true; });
    m_app.require_subcommand(1);
    return VerbOptions(*own);
}

void VerbOptions::flag(const char *names, bool &value, const char *help)
{
    m_app.add_flag(names, value, help);
}

void VerbOptions::text(const char *names, QString &value, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::string>(names, intoText(value), help)->type_name(placeholder);
}

void VerbOptions::choice(const char *names, QString &value, const QStringList &choices, const char *help)
{
    std::string placeholder = choices.join(QLatin1Char('|')).toStdString();
    m_app.add_option_function<std::string>(names, intoText(value), help)->type_name(std::move(placeholder));
}

void VerbOptions::repeated(const char *names, QStringList &values, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::vector<std::string>>(names, intoTexts(values), help)
        ->type_name(placeholder)
        ->allow_extra_args(false);
}

void VerbOptions::grouped(const char *name, QList<OptionValue> &values, const char *placeholder,
                          const char *help)
{
    const auto append = [name, &values](const std::string &value) {
        values.append({QLatin1String(name), QString::fromStdString(value)});
    };
    m_app.add_option_function<std::string>(name, append, help)
        ->type_name(placeholder)
        ->trigger_on_parse()
        ->take_last();
}

void VerbOptions::files(QStringList &values, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::vector<std::string>>(placeholder, intoTexts(values), help)
        ->type_name("")
        ->required();
}

void VerbOptions::optionalFiles(QStringList &values, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::vector<std::string>>(placeholder, intoTexts(values), help)->type_name("");
}

void VerbOptions::file(QString &value, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::string>(placeholder, intoText(value), help)->type_name("")->required();
}

void VerbOptions::optionalWord(QString &value, const char *placeholder, const char *help)
{
    m_app.add_option_function<std::string>(placeholder, intoText(value), help)->type_name("");
}

} // namespace verbale::commandline
