#include "command-line/glossary_command.h"

#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/house_styles.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

namespace {

/// `glossary profile`: the house styles.
class Profile : public GlossaryAction
{
public:
    const char *name() const override { return "profile"; }
    const char *summary() const override { return "List, show, copy and check house styles"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    Result<int> list(Printer &out) const;
    Result<int> show(Context &context, Printer &out) const;
    Result<int> copy(Printer &out) const;
    Result<int> check(Printer &out) const;

    bool m_list = false;
    QString m_show;
    QString m_export;
    QString m_output;
    QString m_check;
    bool m_json = false;
};

void Profile::declare(VerbOptions &options)
{
    options.flag("--list", m_list, "The shipped house styles, the default first");
    options.text("--show", m_show, "NAME|FILE", "What a house style says");
    options.text("--export", m_export, "NAME", "Copy a shipped house style, to be changed");
    options.text("-o,--output", m_output, "FILE", "Where --export writes; - is standard output");
    options.text("--check", m_check, "FILE", "List the rows of a house style that are wrong");
    options.flag("--json", m_json, "Print JSON");
}

Result<void> Profile::checkUse() const
{
    const int asked = (m_list ? 1 : 0) + (m_show.isEmpty() ? 0 : 1) + (m_export.isEmpty() ? 0 : 1) +
                      (m_check.isEmpty() ? 0 : 1);
    if (asked != 1)
        return Error{QStringLiteral("usage"),
                     QStringLiteral("glossary profile needs one of --list, --show, --export and --check.")};
    if (m_export.isEmpty() != m_output.isEmpty())
        return Error{QStringLiteral("usage"),
                     QStringLiteral("--export needs -o FILE, and -o needs --export.")};
    return {};
}

Json ruleToJson(const glossary::StyleRule &rule)
{
    return Json{{"kind", toJson(glossary::styleRuleKindName(rule.kind))},
                {"wording", toJson(rule.wording)},
                {"replacement", toJson(rule.replacement)},
                {"source", toJson(rule.source)},
                {"status", toJson(glossary::statusName(rule.status))},
                {"exempt", toJson(rule.exempt)},
                {"reason", toJson(rule.reason)},
                {"authority", toJson(rule.authority)},
                {"note", toJson(rule.note)}};
}

QString lineOf(const glossary::StyleRule &rule)
{
    QString line = rule.wording;
    if (!rule.replacement.isEmpty())
        line += QLatin1String(" -> ") + rule.replacement;
    if (!rule.source.isEmpty())
        line += QStringLiteral("  (for %1)").arg(rule.source);
    const bool forbidden = rule.status == TermStatus::Forbidden;
    return (forbidden ? QStringLiteral("forbidden: ") : QString()) + line;
}

Result<int> Profile::list(Printer &out) const
{
    Json names = Json::array();
    for (const QString &name : session::houseStyleNames()) {
        if (!m_json)
            out.line(name);
        names.push_back(name.toStdString());
    }
    if (m_json)
        out.text(toText(Json{{"profiles", names}}));
    return Done;
}

Result<int> Profile::show(Context &context, Printer &out) const
{
    const Result<glossary::StyleContents> contents = session::houseStyle(m_show);
    if (!contents)
        return contents.error();
    for (const Error &error : contents->rejected)
        warn(context, error.text());
    Json rules = Json::array();
    QString kind;
    for (const glossary::StyleRule &rule : contents->style.rules()) {
        rules.push_back(ruleToJson(rule));
        if (m_json)
            continue;
        if (const QString name = glossary::styleRuleKindName(rule.kind); name != kind) {
            kind = name;
            out.line(kind);
        }
        out.line(QLatin1String("  ") + lineOf(rule));
        if (!rule.reason.isEmpty())
            out.line(QStringLiteral("      %1. %2").arg(rule.reason, rule.authority));
        if (!rule.note.isEmpty())
            out.line(QStringLiteral("      %1").arg(rule.note));
    }
    if (m_json)
        out.text(toText(Json{{"profile", toJson(contents->style.name())}, {"rules", rules}}));
    return contents->rejected.isEmpty() ? Done : Findings;
}

Result<int> Profile::copy(Printer &out) const
{
    const Result<QByteArray> file = session::houseStyleFile(m_export);
    if (!file)
        return file.error();
    if (m_output == QLatin1String("-")) {
        out.text(QString::fromUtf8(*file));
        return Done;
    }
    if (QFileInfo::exists(m_output))
        return Error{
            QStringLiteral("usage.output"),
            QStringLiteral("The file is there already, and may hold your changes. Choose another -o."),
            {m_output}};
    if (const Result<void> written = session::writeFile(m_output, *file); !written)
        return written.error();
    return Done;
}

Result<int> Profile::check(Printer &out) const
{
    const Result<QByteArray> bytes = session::readFile(m_check);
    if (!bytes)
        return bytes.error();
    const Result<glossary::StyleContents> contents = glossary::readHouseStyle(*bytes, m_check);
    if (!contents)
        return contents.error();
    Json list = Json::array();
    for (const Error &error : contents->rejected) {
        list.push_back(Json{{"file", toJson(error.where.file)},
                            {"line", error.where.line},
                            {"column", error.where.column},
                            {"message", toJson(error.message)}});
        if (!m_json)
            out.line(error.text());
    }
    if (m_json)
        out.text(toText(Json{{"findings", list}}));
    else if (contents->rejected.isEmpty())
        out.line(QStringLiteral("%1 rules; nothing is wrong.").arg(contents->style.rules().size()));
    return contents->rejected.isEmpty() ? Done : Findings;
}

int Profile::run(Context &context)
{
    Printer out(context.out);
    const Result<void> use = checkUse();
    Result<int> status = !use                ? Result<int>(use.error())
                         : m_list            ? list(out)
                         : !m_show.isEmpty() ? show(context, out)
                         : m_check.isEmpty() ? copy(out)
                                             : check(out);
    if (const Result<void> printed = out.flush(); status && !printed)
        status = printed.error();
    if (status)
        return *status;
    complain(context, status.error());
    return Refused;
}

} // namespace

std::unique_ptr<GlossaryAction> glossaryProfile()
{
    return std::make_unique<Profile>();
}

} // namespace verbale::commandline
