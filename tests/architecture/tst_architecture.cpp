#include "build_rules.h"
#include "house.h"
#include "source_text.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdio>

using namespace verbale::architecture;

namespace {

const QString sourceFolder = QStringLiteral(VERBALE_SOURCE_DIR);

QString readAll(const QString &path)
{
    QFile file(sourceFolder + '/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesUnder(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator walk(sourceFolder + '/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(QDir(sourceFolder).relativeFilePath(walk.next()));
    files.sort();
    return files;
}

/// The sources that the plan speaks of: no tests, no build rules.
QStringList houseFiles()
{
    QStringList files;
    for (const char *folder : {"app", "glossary", "plugins"})
        files += filesUnder(folder, {"*.h", "*.cpp"});
    files.removeIf(
        [](const QString &file) { return file.startsWith("plugins/") && file.contains("/tests/"); });
    return files;
}

/// The targets of every room, and the headers that each hands out.
struct House
{
    QHash<QString, QString> roomOfTarget;
    QHash<QString, QList<Link>> linksOfFile; ///< by the path of the CMakeLists.txt
    QSet<QString> publicHeaders;
};

House readHouse()
{
    House house;
    for (const char *folder : {"app", "glossary", "plugins"}) {
        for (const QString &file : filesUnder(folder, {"CMakeLists.txt"})) {
            const BuildRules rules = readBuildRules(readAll(file));
            for (const QString &target : rules.targets)
                house.roomOfTarget.insert(target, roomOfFile(file));
            for (const QString &header : rules.headers)
                house.publicHeaders.insert(QFileInfo(file).path() + '/' + header);
            house.linksOfFile.insert(file, rules.links);
        }
    }
    return house;
}

/// Which library an include in angle brackets belongs to.
QString libraryOf(const QString &name)
{
    static const QRegularExpression posix(
        R"(^(sys/.*|arpa/.*|unistd|fcntl|dlfcn|poll|spawn|signal|pthread|errno)(\.h)?$)");
    const qsizetype slash = name.indexOf('/');
    if (posix.match(name).hasMatch())
        return "posix";
    if (slash > 0)
        return name.left(slash);
    return name.endsWith(".h") ? name.chopped(2) : (name.startsWith('Q') ? name : QStringLiteral("std"));
}

/// Finds what an include line leads to, as the compiler would: beside the file, under app/, at the top.
std::optional<Included> resolve(const QString &file, const IncludeLine &line)
{
    if (!line.quoted) {
        if (line.name.startsWith("verbale/sdk/"))
            return Included{line.line, "app/sdk/include/" + line.name, {}};
        return Included{line.line, {}, libraryOf(line.name)};
    }
    for (const QString &folder : {QFileInfo(file).path() + '/', QStringLiteral("app/"), QString()}) {
        const QString path = QDir::cleanPath(folder + line.name);
        if (QFileInfo(sourceFolder + '/' + path).isFile())
            return Included{line.line, path, {}};
    }
    static const QRegularExpression generated(R"((\.moc|^moc_.*\.cpp|^ui_.*\.h)$)");
    return generated.match(line.name).hasMatch() ? std::nullopt
                                                 : std::optional(Included{line.line, line.name, {}});
}

int percentile(QList<int> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(share * static_cast<double>(values.size()));
    return values[qMin(rank, values.size() - 1)];
}

void report(const QString &line)
{
    std::fputs(qPrintable(line + '\n'), stdout);
}

QString joined(const QList<Breach> &breaches)
{
    QStringList lines;
    for (const Breach &breach : breaches)
        lines.append(breach.toString());
    return lines.join('\n');
}

QStringList testFoldersOf(const QString &room)
{
    if (room.startsWith("plugins/"))
        return {room + "/tests", "tests/" + room, "tests/plugins"};
    return {"tests/unit/" + room, "tests/" + room};
}

} // namespace

class tst_Architecture : public QObject
{
    Q_OBJECT

private slots:
    // The checker has to be able to fail.
    void judgesIncludes_data();
    void judgesIncludes();
    void judgesLinks_data();
    void judgesLinks();
    void findsIncludeLines();
    void findsIncludeTargets();
    void measuresFunctions_data();
    void measuresFunctions();
    void readsBuildRules();

    // The house itself.
    void everyIncludeIsAllowed();
    void everyLinkIsAllowed();
    void everyFileAndFunctionIsSmallEnough();
    void nothingIsLeftUndone();
    void sizes();
};

void tst_Architecture::judgesIncludes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("publicHeader");
    QTest::addColumn<QString>("includedFile");
    QTest::addColumn<QString>("library");
    QTest::addColumn<QString>("breach");

    QTest::newRow("a lower room") << "app/document/a.cpp" << false << "app/text/b.h" << QString()
                                  << QString();
    QTest::newRow("its own room") << "app/text/a.cpp" << false << "app/text/b.h" << QString() << QString();
    QTest::newRow("a higher room") << "app/text/a.cpp" << false << "app/session/open.h" << QString()
                                   << "app/text/a.cpp:7: text may not include app/session/open.h";
    QTest::newRow("a plugin of the session")
        << "plugins/glossary-alignment/a.cpp" << false << "app/session/open.h" << QString()
        << "plugins/glossary-alignment/a.cpp:7: plugins/glossary-alignment "
           "may not include app/session/open.h";
    QTest::newRow("tests from a room") << "app/text/a.cpp" << false << "tests/support/a.h" << QString()
                                       << "app/text/a.cpp:7: text may not include tests/support/a.h";
    QTest::newRow("widgets in the session") << "app/session/a.cpp" << false << QString() << "QtWidgets"
                                            << "app/session/a.cpp:7: session may not use QtWidgets";
    QTest::newRow("widgets in the window")
        << "app/workbench/a.h" << true << QString() << "QtWidgets" << QString();
    QTest::newRow("the network") << "app/host/a.cpp" << false << QString() << "curl"
                                 << "app/host/a.cpp:7: host may not use curl";
    QTest::newRow("ICU inside text") << "app/text/a.cpp" << false << QString() << "unicode" << QString();
    QTest::newRow("ICU handed out") << "app/text/a.h" << true << QString() << "unicode"
                                    << "app/text/a.h:7: text may use unicode inside, not in a public header";
    QTest::newRow("the standard library") << "app/sdk/a.h" << true << QString() << "std" << QString();
    QTest::newRow("an unknown room")
        << "app/cellar/a.cpp" << false << QString() << "std"
        << "app/cellar/a.cpp:1: the plan knows no room \"cellar\": add its rule to "
           "house.cpp and say why";
}

void tst_Architecture::judgesIncludes()
{
    QFETCH(QString, file);
    QFETCH(bool, publicHeader);
    QFETCH(QString, includedFile);
    QFETCH(QString, library);
    QFETCH(QString, breach);
    QCOMPARE(joined(judgeIncludes(file, publicHeader, {{7, includedFile, library}})), breach);
}

void tst_Architecture::judgesLinks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("breach");

    QTest::newRow("a lower room") << "app/document/CMakeLists.txt"
                                  << "Verbale::Text" << QString();
    QTest::newRow("a higher room") << "app/text/CMakeLists.txt"
                                   << "verbale_document"
                                   << "app/text/CMakeLists.txt:3: text may not link verbale_document";
    QTest::newRow("a target of no room")
        << "app/text/CMakeLists.txt"
        << "Verbale::Attic"
        << "app/text/CMakeLists.txt:3: no room makes the target Verbale::Attic";
    QTest::newRow("ICU in text") << "app/text/CMakeLists.txt"
                                 << "ICU::uc" << QString();
    QTest::newRow("ICU in document") << "app/document/CMakeLists.txt"
                                     << "ICU::uc"
                                     << "app/document/CMakeLists.txt:3: document may not link ICU::uc";
    QTest::newRow("Qt Network") << "app/session/CMakeLists.txt"
                                << "Qt6::Network"
                                << "app/session/CMakeLists.txt:3: session may not link Qt6::Network";
}

void tst_Architecture::judgesLinks()
{
    QFETCH(QString, file);
    QFETCH(QString, link);
    QFETCH(QString, breach);
    const QHash<QString, QString> rooms{{"Verbale::Text", "text"}, {"verbale_document", "document"}};
    QCOMPARE(joined(judgeLinks(file, {{3, link}}, rooms)), breach);
}

void tst_Architecture::findsIncludeLines()
{
    const QList<IncludeLine> lines = includeLines("#include <QtCore/QString>\n"
                                                  "// #include <a>\n"
                                                  "/*\n#include <b>\n*/\n"
                                                  "  #  include \"text/c.h\" // why\n"
                                                  "const char *d = R\"(\n#include <e>\n)\";\n"
                                                  "#include <vector>");
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].name, "QtCore/QString");
    QVERIFY(!lines[0].quoted);
    QCOMPARE(lines[1].line, 6);
    QCOMPARE(lines[1].name, "text/c.h");
    QVERIFY(lines[1].quoted);
    QCOMPARE(lines[2].line, 10);
}

void tst_Architecture::findsIncludeTargets()
{
    const auto library = [](const char *name) {
        return resolve("app/text/a.cpp", {1, name, false})->library;
    };
    QCOMPARE(library("QtWidgets/QLabel"), "QtWidgets");
    QCOMPARE(library("QLabel"), "QLabel"); // without its module: allowed to no room
    QCOMPARE(library("unicode/brkiter.h"), "unicode");
    QCOMPARE(library("expat.h"), "expat");
    QCOMPARE(library("unistd.h"), "posix");
    QCOMPARE(library("sys/socket.h"), "posix");
    QCOMPARE(library("arpa/inet.h"), "posix");
    QCOMPARE(library("string_view"), "std");
    QCOMPARE(resolve("app/text/a.cpp", {1, "verbale/sdk/span.h", false})->file,
             "app/sdk/include/verbale/sdk/span.h");
    QCOMPARE(resolve("app/session/a.cpp", {1, "text/term_key.h", true})->file, "app/text/term_key.h");
    QCOMPARE(resolve("app/text/a.cpp", {1, "term_key.h", true})->file, "app/text/term_key.h");
    QVERIFY(!resolve("app/text/a.cpp", {1, "a.moc", true}));
}

void tst_Architecture::measuresFunctions_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("functions"); // name:first line:lines ...

    QTest::newRow("plain") << "int f(int a)\n{\n    return a;\n}\n"
                           << "f:1:4";
    QTest::newRow("in a namespace") << "namespace a {\n\nint f() { return 1; }\n\n} // namespace a\n"
                                    << "f:3:1";
    QTest::newRow("members")
        << "class A\n{\npublic:\n    A() = default;\n    int g() const\n    {\n        return 1;\n"
           "    }\n\nprivate:\n    int m_a{1};\n};\n"
        << "g:5:4";
    QTest::newRow("a constructor's members") << "A::A(int a)\n    : m_a{a}\n    , m_b(a)\n{\n    f();\n}\n"
                                             << "A::A:1:6";
    QTest::newRow("a lambda inside")
        << "void f()\n{\n    auto g = [](int a) {\n        return a;\n    };\n    g(1);\n}\n"
        << "f:1:7";
    QTest::newRow("tables are no functions")
        << "const int a[] = {1, 2};\nstatic const QHash<int, int> h{{1, 2}};\n"
           "enum class E { A, B };\nstruct S\n{\n    int a = 0;\n};\n"
        << QString();
    QTest::newRow("a default argument") << "void f(A a = {});\nint g(A a = {}) {\n    return 0;\n}\n"
                                        << "g:2:3";
    QTest::newRow("operators") << "bool operator==(A a, A b)\n{\n    return true;\n}\n"
                               << "operator==:1:4";
    QTest::newRow("a trailing type") << "auto f() -> std::vector<int>\n{\n    return {};\n}\n"
                                     << "f:1:4";
    QTest::newRow("braces in text") << "void f()\n{\n    g(\"}{\", '{', R\"(})\"); // }\n}\nvoid h()\n{\n}\n"
                                    << "f:1:4 h:5:3";
    QTest::newRow("braces in a macro") << "#define M \\\n    { \\\n    (\nvoid f()\n{\n}\n"
                                       << "f:4:3";
    QTest::newRow("a digit separator") << "const int a = 1'000;\nvoid f()\n{\n    g('a');\n}\n"
                                       << "f:2:4";
    QTest::newRow("a template") << "template <typename T>\nT f(T a)\n{\n    return a;\n}\n"
                                << "f:1:5";
}

void tst_Architecture::measuresFunctions()
{
    QFETCH(QString, source);
    QFETCH(QString, functions);
    QStringList found;
    for (const FunctionSize &size : functionSizes(source))
        found.append(QString("%1:%2:%3").arg(size.name).arg(size.line).arg(size.lines));
    QCOMPARE(found.join(' '), functions);
}

void tst_Architecture::readsBuildRules()
{
    const BuildRules rules =
        readBuildRules("# verbale_add_library(no)\n"
                       "set(headers a.h b.h)\n"
                       "verbale_add_library(text\n"
                       "    SOURCES a.cpp # why\n"
                       "    HEADERS ${headers} c.h\n"
                       "    PUBLIC Verbale::Sdk PRIVATE ICU::uc)\n"
                       "target_link_libraries(verbale_text PRIVATE $<BUILD_INTERFACE:Qt6::Gui>)\n"
                       "add_library(Verbale::Text ALIAS verbale_text)\n");
    QCOMPARE(rules.targets, QStringList({"verbale_text", "Verbale::Text"}));
    QCOMPARE(rules.headers, QStringList({"a.h", "b.h", "c.h"}));
    QCOMPARE(rules.links.size(), 3);
    QCOMPARE(rules.links[0].name, "Verbale::Sdk");
    QCOMPARE(rules.links[1].name, "ICU::uc");
    QCOMPARE(rules.links[1].line, 6);
    QCOMPARE(rules.links[2].name, "Qt6::Gui");
}

void tst_Architecture::everyIncludeIsAllowed()
{
    const House house = readHouse();
    const QStringList files = houseFiles();
    QVERIFY2(files.size() > 20, "the sources were not found");
    QList<Breach> breaches;
    for (const QString &file : files) {
        QList<Included> includes;
        for (const IncludeLine &line : includeLines(readAll(file))) {
            if (const std::optional<Included> included = resolve(file, line))
                includes.append(*included);
        }
        breaches += judgeIncludes(file, house.publicHeaders.contains(file), includes);
    }
    QVERIFY2(breaches.isEmpty(), qPrintable('\n' + joined(breaches)));
}

void tst_Architecture::everyLinkIsAllowed()
{
    const House house = readHouse();
    QVERIFY2(house.roomOfTarget.value("Verbale::Sdk") == "sdk", "the build rules were not found");
    QList<Breach> breaches;
    for (auto file = house.linksOfFile.cbegin(); file != house.linksOfFile.cend(); ++file)
        breaches += judgeLinks(file.key(), file.value(), house.roomOfTarget);
    QVERIFY2(breaches.isEmpty(), qPrintable('\n' + joined(breaches)));
}

void tst_Architecture::everyFileAndFunctionIsSmallEnough()
{
    QList<Breach> breaches;
    for (const QString &file : houseFiles()) {
        const QString source = readAll(file);
        const int lines = static_cast<int>(source.count('\n'));
        if (lines > maximumFileLines)
            breaches.append({file, lines, QString("has more than %1 lines").arg(maximumFileLines)});
        for (const FunctionSize &function : functionSizes(source)) {
            if (function.lines > maximumFunctionLines) {
                breaches.append({file, function.line,
                                 QString("%1 has %2 lines, more than %3")
                                     .arg(function.name)
                                     .arg(function.lines)
                                     .arg(maximumFunctionLines)});
            }
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable('\n' + joined(breaches)));
}

/// Notes to oneself, and what the plan forbids everywhere: nested event loops, and threads outside the host.
void tst_Architecture::nothingIsLeftUndone()
{
    static const QRegularExpression notes(R"(\b(TODO|FIXME|XXX|HACK)\b)");
    static const QRegularExpression loops(R"(\b(QEventLoop|processEvents)\b)");
    static const QRegularExpression threads(R"(:\s*public\s+QThread\b)");
    QList<Breach> breaches;
    for (const QString &file : houseFiles()) {
        const QString source = readAll(file);
        const QString code = withoutCommentsAndLiterals(source);
        if (notes.match(source).hasMatch())
            breaches.append({file, 1, "has a note about something undone"});
        if (loops.match(code).hasMatch())
            breaches.append({file, 1, "runs a nested event loop"});
        if (!file.startsWith("app/host/") && threads.match(code).hasMatch())
            breaches.append({file, 1, "makes a thread class outside the host"});
    }
    QVERIFY2(breaches.isEmpty(), qPrintable('\n' + joined(breaches)));
}

void tst_Architecture::sizes()
{
    QList<int> headers;
    QList<int> implementations;
    QList<int> functions;
    QMap<QString, int> codeOfRoom;
    for (const QString &file : houseFiles()) {
        const QString source = readAll(file);
        (file.endsWith(".h") ? headers : implementations).append(static_cast<int>(source.count('\n')));
        codeOfRoom[roomOfFile(file)] += codeLines(source);
        for (const FunctionSize &function : functionSizes(source))
            functions.append(function.lines);
    }
    const auto row = [](const char *what, const QList<int> &values) {
        report(QString("%1 %2  median %3  p95 %4  max %5")
                   .arg(what, -24)
                   .arg(values.size(), 5)
                   .arg(percentile(values, 0.5), 4)
                   .arg(percentile(values, 0.95), 4)
                   .arg(percentile(values, 1.0), 4));
    };
    row("headers, lines", headers);
    row("implementation, lines", implementations);
    row("functions, lines", functions);

    report("test lines per code line");
    for (auto room = codeOfRoom.cbegin(); room != codeOfRoom.cend(); ++room) {
        int tests = 0;
        for (const QString &folder : testFoldersOf(room.key())) {
            for (const QString &file : filesUnder(folder, {"*.h", "*.cpp"}))
                tests += codeLines(readAll(file));
        }
        report(QString("  %1 %2 / %3 = %4")
                   .arg(room.key(), -28)
                   .arg(tests, 5)
                   .arg(room.value(), 5)
                   .arg(static_cast<double>(tests) / room.value(), 0, 'f', 2));
    }
    QVERIFY(!headers.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Architecture)
#include "tst_architecture.moc"
