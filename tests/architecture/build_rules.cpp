#include "build_rules.h"

#include <QtCore/QRegularExpression>

namespace verbale::architecture {

namespace {

struct Argument
{
    int line = 0;
    QString text;
};

struct Command
{
    QString name;
    QList<Argument> arguments;
};

/// Splits a CMake file into commands; quotes around an argument are dropped, comments are skipped.
QList<Command> commandsOf(const QString &text)
{
    static const QRegularExpression token(R"re(#[^\n]*|"((?:[^"\\]|\\.)*)"|[()]|\n|[^\s()"#]+)re");
    QList<Command> commands;
    QString previous;
    int depth = 0;
    int line = 1;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = match.captured();
        if (found == "\n" || found.startsWith('#')) {
            line += found == "\n" ? 1 : 0;
            continue;
        }
        if (found == "(") {
            if (depth++ == 0)
                commands.append({previous.toLower(), {}});
        } else if (found == ")") {
            --depth;
        } else if (depth > 0) {
            commands.last().arguments.append({line, found.startsWith('"') ? match.captured(1) : found});
        } else {
            previous = found;
        }
        line += static_cast<int>(found.count('\n'));
    }
    return commands;
}

QString defaultAlias(const QString &name)
{
    return "Verbale::" + name.left(1).toUpper() + name.mid(1);
}

bool isKeyword(const QString &word)
{
    static const QRegularExpression upper("^[A-Z_]+$");
    return upper.match(word).hasMatch();
}

/// "$<BUILD_INTERFACE:Verbale::Text>" names Verbale::Text.
QString withoutGenerator(QString name)
{
    static const QRegularExpression wrapper(R"(^\$<[A-Z_]+:(.*)>$)");
    while (true) {
        const QRegularExpressionMatch match = wrapper.match(name);
        if (!match.hasMatch())
            return name;
        name = match.captured(1);
    }
}

class Reader
{
public:
    void take(const Command &command)
    {
        static const QStringList makers{"verbale_add_library", "verbale_add_plugin", "verbale_add_program",
                                        "add_library", "add_executable"};
        if (command.arguments.isEmpty())
            return;
        if (command.name == "set")
            m_lists.insert(command.arguments.first().text, command.arguments.mid(1));
        else if (makers.contains(command.name))
            takeTarget(command);
        else if (command.name == "target_link_libraries")
            takeSections(command, "PUBLIC");
        else if (command.name == "target_sources")
            takeSections(command, {});
    }

    BuildRules rules;

private:
    void takeTarget(const Command &command)
    {
        const QString name = command.arguments.first().text;
        if (command.name == "verbale_add_library") {
            rules.targets.append("verbale_" + name);
            rules.targets.append(defaultAlias(name));
        } else {
            rules.targets.append(name);
        }
        if (command.name.startsWith("verbale_"))
            takeSections(command, {});
    }

    void takeSections(const Command &command, QString section)
    {
        static const QStringList linking{"PUBLIC", "PRIVATE", "INTERFACE", "LINK"};
        for (const Argument &argument : command.arguments.mid(1)) {
            if (isKeyword(argument.text)) {
                // In target_sources the words PUBLIC and PRIVATE do not introduce libraries.
                section =
                    command.name == "target_sources" && argument.text != "FILES" ? QString() : argument.text;
                continue;
            }
            if (section == "ALIAS")
                rules.targets.append(argument.text.contains("::") ? argument.text
                                                                  : "Verbale::" + argument.text);
            else if (section == "HEADERS" || section == "FILES")
                takeHeader(argument);
            else if (linking.contains(section))
                takeLink(argument);
        }
    }

    void takeHeader(const Argument &argument)
    {
        static const QRegularExpression variable(R"(^\$\{(\w+)\}$)");
        const QRegularExpressionMatch match = variable.match(argument.text);
        if (!match.hasMatch()) {
            rules.headers.append(argument.text);
            return;
        }
        for (const Argument &element : m_lists.value(match.captured(1)))
            rules.headers.append(element.text);
    }

    void takeLink(const Argument &argument)
    {
        const QString name = withoutGenerator(argument.text);
        if (name != "verbale_flags")
            rules.links.append({argument.line, name});
    }

    QHash<QString, QList<Argument>> m_lists;
};

} // namespace

BuildRules readBuildRules(const QString &cmakeText)
{
    Reader reader;
    for (const Command &command : commandsOf(cmakeText))
        reader.take(command);
    reader.rules.targets.removeDuplicates();
    return reader.rules;
}

} // namespace verbale::architecture
