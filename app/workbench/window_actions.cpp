#include "workbench/window_actions.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

namespace verbale::workbench {

namespace {

constexpr auto context = "verbale::workbench::WindowActions";

struct ActLine
{
    Act act;
    Menu menu;
    const char *text;
    QList<QKeySequence> keys;
    std::optional<Glyph> glyph;
    bool needsDocument;
    bool separatorBefore;
};

QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

QList<ActLine> fileLines()
{
    return {
        {Act::Open,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Open…"),
         {key(Qt::CTRL | Qt::Key_O)},
         Glyph::Open,
         false,
         false},
        {Act::OpenSample,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Open the sa&mple"),
         {},
         {},
         false,
         false},
        {Act::Save,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Save"),
         {key(Qt::CTRL | Qt::Key_S)},
         Glyph::Save,
         true,
         true},
        {Act::SaveAs,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Save &as…"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
         {},
         true,
         false},
        {Act::ExportDocument,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Export…"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_X)},
         {},
         true,
         false},
        {Act::BringBackReview,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Bring back a &review…"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
         {},
         true,
         false},
        {Act::CloseDocument,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Close"),
         {key(Qt::CTRL | Qt::Key_W)},
         {},
         true,
         true},
        {Act::Quit,
         Menu::File,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Quit"),
         {key(Qt::CTRL | Qt::Key_Q)},
         {},
         false,
         false},
    };
}

QList<ActLine> editLines()
{
    return {
        {Act::Undo,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Undo"),
         {key(Qt::CTRL | Qt::Key_Z)},
         Glyph::Undo,
         true,
         false},
        {Act::Redo,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Redo"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), key(Qt::CTRL | Qt::Key_Y)},
         Glyph::Redo,
         true,
         false},
        {Act::Confirm,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Confirm and go on"),
         {key(Qt::CTRL | Qt::Key_Return), key(Qt::CTRL | Qt::Key_Enter)},
         Glyph::Confirm,
         true,
         true},
        {Act::TakeBack,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Take the confirmation &back"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), key(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)},
         {},
         true,
         false},
        {Act::UseDraft,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Use the &draft"),
         {key(Qt::CTRL | Qt::Key_D)},
         {},
         true,
         true},
        {Act::CopySource,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Copy the &source"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
         {},
         true,
         false},
    };
}

QList<ActLine> wordingLines()
{
    return {
        {Act::InsertTag,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Insert the next &tag"),
         {key(Qt::CTRL | Qt::Key_T)},
         {},
         true,
         false},
        {Act::InsertAllTags,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Insert &all missing tags"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
         {},
         true,
         false},
        {Act::ReplaceAvoided,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Replace wording that is not to be used"),
         {key(Qt::CTRL | Qt::Key_R)},
         {},
         true,
         false},
        {Act::AddTerm,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Add what is selected to the &glossary"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
         {},
         true,
         true},
    };
}

QList<ActLine> structureLines()
{
    return {
        {Act::Split,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "S&plit the segment"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_J)},
         {},
         true,
         true},
        {Act::Merge,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Merge with the next segment"),
         {key(Qt::CTRL | Qt::Key_J)},
         {},
         true,
         false},
        {Act::LeaveOut,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Leave out or bring back"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
         {},
         true,
         false},
        {Act::SegmentAgain,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Se&gment again"),
         {},
         {},
         true,
         false},
        {Act::History,
         Menu::Edit,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&History of the segment…"),
         {key(Qt::CTRL | Qt::Key_H)},
         {},
         true,
         true},
    };
}

QList<ActLine> goLines()
{
    return {
        {Act::Previous,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Previous segment"),
         {key(Qt::CTRL | Qt::Key_Up), key(Qt::ALT | Qt::Key_Up)},
         {},
         true,
         false},
        {Act::Next,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Next segment"),
         {key(Qt::CTRL | Qt::Key_Down), key(Qt::ALT | Qt::Key_Down)},
         {},
         true,
         false},
        {Act::NextUnconfirmed,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Next &unconfirmed segment"),
         {key(QKeyCombination(Qt::Key_F8))},
         {},
         true,
         false},
        {Act::NextTagProblem,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "Next segment with ta&g problems"),
         {key(Qt::SHIFT | Qt::Key_F8)},
         {},
         true,
         false},
        {Act::ToGrid,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Translation"),
         {key(Qt::CTRL | Qt::Key_E)},
         {},
         true,
         true},
        {Act::ToSource,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Source, to select in it"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
         {},
         true,
         false},
        {Act::ToGlossary,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Glossary"),
         {key(Qt::CTRL | Qt::Key_G)},
         {},
         true,
         false},
        {Act::ToLeftOut,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Left-out lines"),
         {key(Qt::CTRL | Qt::Key_L)},
         {},
         true,
         false},
    };
}

QList<ActLine> otherLines()
{
    return {
        {Act::ToMessage,
         Menu::Go,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Message above the grid"),
         {key(QKeyCombination(Qt::Key_F6))},
         {},
         false,
         false},
        {Act::ZoomIn,
         Menu::View,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Larger text"),
         {key(Qt::CTRL | Qt::Key_Equal), key(Qt::CTRL | Qt::Key_Plus)},
         {},
         false,
         false},
        {Act::ZoomOut,
         Menu::View,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Smaller text"),
         {key(Qt::CTRL | Qt::Key_Minus)},
         {},
         false,
         false},
        {Act::ZoomReset,
         Menu::View,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Usual text size"),
         {key(Qt::CTRL | Qt::Key_0)},
         {},
         false,
         false},
        {Act::GlossaryWindow,
         Menu::Tools,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Glossary…"),
         {key(QKeyCombination(Qt::Key_F9))},
         {},
         false,
         false},
        {Act::FindCandidates,
         Menu::Tools,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Find term candidates…"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
         {},
         true,
         false},
        {Act::Plugins,
         Menu::Tools,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Plugins…"),
         {},
         {},
         false,
         false},
        {Act::Shortcuts,
         Menu::Help,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Keyboard shortcuts"),
         {key(QKeyCombination(Qt::Key_F1))},
         {},
         false,
         false},
        {Act::About,
         Menu::Help,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&About Verbale"),
         {},
         {},
         false,
         true},
    };
}

QList<ActLine> machineLines()
{
    return {
        {Act::TranslateSegment,
         Menu::Machine,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Translate this segment by machine"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
         {},
         true,
         true},
        {Act::PretranslateRest,
         Menu::Machine,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Pre-translate the rest by machine…"),
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
         {},
         true,
         false},
        {Act::CancelTranslating,
         Menu::Machine,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Cancel"),
         {},
         {},
         true,
         false},
        {Act::Engines,
         Menu::Machine,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&Engines…"),
         {},
         {},
         false,
         true},
        {Act::Ledger,
         Menu::Machine,
         QT_TRANSLATE_NOOP("verbale::workbench::WindowActions", "&What left this machine…"),
         {},
         {},
         false,
         false},
    };
}

QList<ActLine> allLines()
{
    return fileLines() + editLines() + wordingLines() + structureLines() + goLines() + machineLines() +
           otherLines();
}

} // namespace

WindowActions::WindowActions(QMainWindow *window) : QObject(window)
{
    makeMenus(window);
    makeInsertions(window);
    makeChoices(window);
    m_menus.value(static_cast<int>(Menu::Edit))->setToolTipsVisible(true);
    retranslate();
    setDocumentOpen(false);
}

void WindowActions::makeMenus(QMainWindow *window)
{
    for (const Menu menu : {Menu::File, Menu::Edit, Menu::Go, Menu::View, Menu::Tools, Menu::Help})
        m_menus.insert(static_cast<int>(menu), window->menuBar()->addMenu(QString()));
    for (const ActLine &line : allLines()) {
        QMenu *menu = m_menus.value(static_cast<int>(line.menu));
        if (menu == nullptr) // within Tools, before its own
            m_menus.insert(static_cast<int>(line.menu),
                           menu = m_menus.value(static_cast<int>(Menu::Tools))->addMenu(QString()));
        if (line.separatorBefore)
            menu->addSeparator();
        auto *action = new QAction(this);
        action->setShortcuts(line.keys);
        if (line.glyph) {
            action->setIcon(icon(*line.glyph));
            action->setIconVisibleInMenu(false);
        }
        if (line.act == Act::Quit)
            action->setMenuRole(QAction::QuitRole);
        menu->addAction(action);
        m_actions.insert(static_cast<int>(line.act), action);
        if (line.act == Act::OpenSample) {
            m_recent = menu->addMenu(QString());
            m_encodings = menu->addMenu(QString());
            m_encodings->setEnabled(false);
        }
    }
}

void WindowActions::makeInsertions(QMainWindow *window)
{
    m_insertMenu = m_menus.value(static_cast<int>(Menu::Edit))->addMenu(QString());
    for (int number = 0; number < 9; ++number) {
        auto *action = new QAction(window);
        action->setShortcut(key(QKeyCombination(Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + number))));
        m_insertMenu->addAction(action);
        m_insert.append(action);
    }
}

void WindowActions::makeChoices(QMainWindow *window)
{
    QMenu *view = m_menus.value(static_cast<int>(Menu::View));
    view->addSeparator();
    m_appearanceMenu = view->addMenu(QString());
    m_languageMenu = view->addMenu(QString());
    m_appearance = new QActionGroup(window);
    for (const char *value : {"", "light", "dark"}) {
        QAction *action = m_appearance->addAction(QString());
        action->setCheckable(true);
        action->setData(QString::fromLatin1(value));
        m_appearanceMenu->addAction(action);
    }
    m_language = new QActionGroup(window);
    // A language is called by its own name, in every language.
    const QList<std::pair<QString, QString>> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                       {QStringLiteral("vi"), QStringLiteral("Tiếng Việt")}};
    for (const auto &[tag, name] : languages) {
        QAction *action = m_language->addAction(name);
        action->setCheckable(true);
        action->setData(tag);
        m_languageMenu->addAction(action);
    }
}

void WindowActions::on(Act act, const std::function<void()> &run)
{
    connect((*this)[act], &QAction::triggered, this, run);
}

void WindowActions::setDocumentOpen(bool open)
{
    for (const ActLine &line : allLines()) {
        if (line.needsDocument)
            (*this)[line.act]->setEnabled(open);
    }
    m_insertMenu->setEnabled(open);
    for (QAction *action : m_insert)
        action->setEnabled(open);
}

QList<QKeySequence> WindowActions::keys() const
{
    QList<QKeySequence> keys;
    for (const QAction *action : m_actions)
        keys.append(action->shortcuts());
    for (const QAction *action : m_insert)
        keys.append(action->shortcuts());
    return keys;
}

QList<ShortcutLine> WindowActions::shortcutLines() const
{
    const auto shown = [](const QList<QKeySequence> &keys) {
        QStringList names;
        for (const QKeySequence &sequence : keys) {
            QString name = sequence.toString(QKeySequence::NativeText);
            name.replace(QLatin1String("Return"), QLatin1String("Enter")); // what stands on the key
            if (!names.contains(name))
                names.append(name);
        }
        return names.join(QStringLiteral(", "));
    };
    const QString alt = QKeySequence(Qt::ALT | Qt::Key_1).toString(QKeySequence::NativeText);
    QList<ShortcutLine> lines{
        {tr("Enter, F2 or typing"), tr("Write in the translation of the segment")},
        {tr("Enter in the translation"), tr("Go to the next segment; it stays a draft")},
        {tr("Shift+Enter"), tr("Begin a new line in the translation")},
        {tr("Shift with the arrow keys"), tr("Select text, in the source too")},
        {tr("Esc"), tr("Leave the translation; its text is kept")},
        {alt + QStringLiteral("…9"), tr("Insert the English of the term with that number")},
    };
    for (const ActLine &line : allLines()) {
        if (!line.keys.isEmpty())
            lines.append(
                {shown(line.keys),
                 QCoreApplication::translate(context, line.text).remove(u'&').remove(QChar(0x2026))});
    }
    return lines;
}

void WindowActions::retranslate()
{
    const QList<std::pair<Menu, QString>> titles{
        {Menu::File, tr("&File")}, {Menu::Edit, tr("&Edit")},   {Menu::Go, tr("&Go")},
        {Menu::View, tr("&View")}, {Menu::Tools, tr("&Tools")}, {Menu::Machine, tr("&Machine translation")},
        {Menu::Help, tr("&Help")}};
    for (const auto &[menu, title] : titles)
        m_menus.value(static_cast<int>(menu))->setTitle(title);
    for (const ActLine &line : allLines())
        (*this)[line.act]->setText(QCoreApplication::translate(context, line.text));
    m_recent->setTitle(tr("Open &recent"));
    m_encodings->setTitle(tr("Reopen with &encoding"));
    m_insertMenu->setTitle(tr("&Insert a term"));
    for (int number = 0; number < m_insert.size(); ++number)
        m_insert[number]->setText(tr("Term &%1").arg(number + 1));
    m_appearanceMenu->setTitle(tr("&Appearance"));
    m_languageMenu->setTitle(tr("&Interface language"));
    const QList<QAction *> schemes = m_appearance->actions();
    schemes[0]->setText(tr("As the &system"));
    schemes[1]->setText(tr("&Light"));
    schemes[2]->setText(tr("&Dark"));
    // A tooltip names the key; QAction's own does not while the action stands in a menu alone.
    for (const auto &[act, what] :
         {std::pair{Act::Split, tr("Split the segment at the cursor in its source")},
          std::pair{Act::Merge, tr("Merge the segment with the next one of its paragraph")},
          std::pair{Act::LeaveOut, tr("Leave the paragraph out, or bring the chosen "
                                      "left-out line back")},
          std::pair{Act::InsertTag, tr("Insert the next tag that the translation lacks, or the next pair "
                                       "around what is selected")},
          std::pair{Act::InsertAllTags, tr("Insert the tags that the translation lacks where they "
                                           "probably belong")},
          std::pair{Act::AddTerm,
                    tr("Add what is selected in the source and the translation to your glossary; "
                       "in a term that was found, open its entry")},
          std::pair{Act::SegmentAgain, tr("Cut what is not translated by the rules of the "
                                          "moment; what was set by hand stays")}}) {
        const QString keys = (*this)[act]->shortcut().toString(QKeySequence::NativeText);
        (*this)[act]->setToolTip(keys.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, keys));
    }
    (*this)[Act::Open]->setIconText(tr("Open"));
    (*this)[Act::Confirm]->setIconText(tr("Confirm"));
    (*this)[Act::Confirm]->setToolTip(tr("Confirm the translation and go to the next unconfirmed segment"));
}

} // namespace verbale::workbench
