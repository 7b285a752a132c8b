"""WebKitGTK, of Safari's family, by its own WebDriver on a screen that nobody sees."""

import os
import subprocess

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.engine import NAMED, ROLES, Engine


class WebKit(Engine):
    def __init__(self, browser, driver, xvfb):
        ready, number = os.pipe()
        command = [xvfb, "-displayfd", str(number), "-screen", "0", "1024x1024x24"]
        command += ["-nolisten", "tcp"]
        self.screen = subprocess.Popen(command, pass_fds=[number], stderr=subprocess.DEVNULL)
        os.close(number)
        with os.fdopen(ready) as told:
            display = f":{told.readline().strip()}"
        options = Options()
        options.binary_location = browser
        options.add_argument("--automation")
        service = Service(driver, env={**os.environ, "DISPLAY": display})
        try:
            self.driver = webdriver.WebKitGTK(options=options, service=service)
        except BaseException:
            self.end_screen()
            raise
        self.driver.set_window_size(390, 844)
        self.driver.set_script_timeout(20)

    def open(self, url):
        self.driver.get(url)

    def find(self, role, name):
        try:
            return self.driver.execute_script(f"return ({NAMED})(...arguments)", ROLES[role], name)
        except WebDriverException:
            return None  # The page is just changing.

    def click(self, node):
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", node)
        node.click()

    def type(self, node, words):
        node.send_keys(words)

    def ask(self, expression):
        return self.driver.execute_async_script(f"Promise.resolve({expression}).then(arguments[0])")

    def close(self):
        self.driver.quit()
        self.end_screen()

    def end_screen(self):
        self.screen.terminate()
        self.screen.wait(15)
