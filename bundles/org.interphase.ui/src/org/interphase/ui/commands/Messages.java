package org.interphase.ui.commands;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String AboutDialog_about;
    public static String AboutDialog_licence;
    public static String AboutDialog_notWritten;
    public static String AboutDialog_part;
    public static String AboutDialog_parts;
    public static String AboutDialog_problem;
    public static String AboutDialog_says;
    public static String AboutDialog_title;
    public static String AboutDialog_version;
    public static String AboutDialog_versions;
    public static String AboutDialog_write;
    public static String AboutDialog_writeTitle;
    public static String AboutDialog_writing;
    public static String AboutDialog_written;
    public static String Close;
    public static String CompareHandler_few;
    public static String ExampleHandler_copying;
    public static String ExampleHandler_missing;
    public static String ExampleHandler_missingWhy;
    public static String ExampleHandler_notCopied;
    public static String ExampleHandler_notCopiedWhy;
    public static String InstalledTechniques_leftOut;
    public static String InstalledTechniques_plugins;
    public static String InstalledTechniques_techniques;
    public static String InstalledTechniques_title;
    public static String InstalledTechniques_titleTip;
    public static String InstalledTechniques_unusable;
    public static String InstalledTechniques_unusableMore;
    public static String NewProjectHandler_message;
    public static String NewProjectHandler_title;
    public static String No;
    public static String OpenFolderHandler_title;
    public static String OpenHandler_title;
    public static String PluginPane_active;
    public static String PluginPane_adds;
    public static String PluginPane_addsWhat;
    public static String PluginPane_author;
    public static String PluginPane_disable;
    public static String PluginPane_disabled;
    public static String PluginPane_disabling;
    public static String PluginPane_enable;
    public static String PluginPane_enabling;
    public static String PluginPane_failed;
    public static String PluginPane_file;
    public static String PluginPane_fileUnknown;
    public static String PluginPane_filter;
    public static String PluginPane_in;
    public static String PluginPane_install;
    public static String PluginPane_installTitle;
    public static String PluginPane_installed;
    public static String PluginPane_installing;
    public static String PluginPane_isRefused;
    public static String PluginPane_looking;
    public static String PluginPane_none;
    public static String PluginPane_notLoaded;
    public static String PluginPane_notUsed;
    public static String PluginPane_now;
    public static String PluginPane_plugin;
    public static String PluginPane_refused;
    public static String PluginPane_remove;
    public static String PluginPane_removed;
    public static String PluginPane_removing;
    public static String PluginPane_state;
    public static String PluginPane_trust;
    public static String PreferencesDialog_asGiven;
    public static String PreferencesDialog_cells;
    public static String PreferencesDialog_choose;
    public static String PreferencesDialog_colours;
    public static String PreferencesDialog_coloursTip;
    public static String PreferencesDialog_comma;
    public static String PreferencesDialog_copied;
    public static String PreferencesDialog_dark;
    public static String PreferencesDialog_digits;
    public static String PreferencesDialog_english;
    public static String PreferencesDialog_figuresTo;
    public static String PreferencesDialog_fit;
    public static String PreferencesDialog_german;
    public static String PreferencesDialog_inUnit;
    public static String PreferencesDialog_language;
    public static String PreferencesDialog_languageTip;
    public static String PreferencesDialog_light;
    public static String PreferencesDialog_look;
    public static String PreferencesDialog_memory;
    public static String PreferencesDialog_memoryTip;
    public static String PreferencesDialog_nextStart;
    public static String PreferencesDialog_okabe;
    public static String PreferencesDialog_openedFrom;
    public static String PreferencesDialog_point;
    public static String PreferencesDialog_projectsFrom;
    public static String PreferencesDialog_restart;
    public static String PreferencesDialog_rounded;
    public static String PreferencesDialog_sign;
    public static String PreferencesDialog_system;
    public static String PreferencesDialog_text;
    public static String PreferencesDialog_title;
    public static String PreferencesDialog_tol;
    public static String PreferencesDialog_unitTip;
    public static String Problems_text;
    public static String QuickFind_add;
    public static String QuickFind_addStep;
    public static String QuickFind_help;
    public static String QuickFind_open;
    public static String QuickFind_parameter;
    public static String QuickFind_recipe;
    public static String QuickFind_sample;
    public static String QuickFind_use;
    public static String SaveRecipeHandler_notSaved;
    public static String SaveRecipeHandler_title;
    public static String Yes;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
